import * as z from 'zod'

const schema = z.object({
  TABLE_NAME: z.string().min(1),
  BUCKET_NAME: z.string().min(1),
  ARTICLES_QUEUE_URL: z.url(),
  CLAIMS_QUEUE_URL: z.url(),
  CANARY_SECONDS: z.coerce.number().nonnegative(),
})

export type SweepEnv = z.infer<typeof schema>

/** Throws where the stack forgot a variable, at the cold start and not at the first lost upload. */
export const readEnv = (): SweepEnv => schema.parse(process.env)
