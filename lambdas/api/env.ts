import * as z from 'zod'

const schema = z.object({ TABLE_NAME: z.string().min(1), BUCKET_NAME: z.string().min(1) })

export type ApiEnv = z.infer<typeof schema>

/** Throws where the stack forgot a variable, at the cold start and not at the first article. */
export const readEnv = (): ApiEnv => schema.parse(process.env)
