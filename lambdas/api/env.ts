import * as z from 'zod'

const name = z.string().min(1)
const arn = z.string().startsWith('arn:')
const schema = z.object({
  TABLE_NAME: name,
  BUCKET_NAME: name,
  /** The function that runs the examples of topics. */
  TOPIC_CHECKER: name,
  ALERTS_TOPIC_ARN: arn,
  ALERTS_DEAD_LETTERS_ARN: arn,
})

export type ApiEnv = z.infer<typeof schema>

/** Throws where the stack forgot a variable, at the cold start and not at the first article. */
export const readEnv = (): ApiEnv => schema.parse(process.env)
