import * as z from 'zod'

const name = z.string().min(1)
const schema = z.object({
  TABLE_NAME: name,
  BUCKET_NAME: name,
  /** The function that runs the examples of topics. */
  TOPIC_CHECKER: name,
})

export type ApiEnv = z.infer<typeof schema>

/** Throws where the stack forgot a variable, at the cold start and not at the first article. */
export const readEnv = (): ApiEnv => schema.parse(process.env)
