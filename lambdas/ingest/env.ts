import * as z from 'zod'

const schema = z.object({ TABLE_NAME: z.string().min(1), BUCKET_NAME: z.string().min(1), CLAIMS_QUEUE_URL: z.url() })

export type IngestEnv = z.infer<typeof schema>

/** Throws where the stack forgot a variable, at the cold start and not at the first article. */
export const readEnv = (): IngestEnv => schema.parse(process.env)
