import * as z from 'zod'

const Arn = z.string().startsWith('arn:')
const schema = z.object({ TABLE_NAME: z.string().min(1), ALERTS_TOPIC_ARN: Arn, CANARY_TOPIC_ARN: Arn })

export type AlertEnv = z.infer<typeof schema>

/** Throws where the stack forgot a variable, at the cold start and not at the first article. */
export const readEnv = (): AlertEnv => schema.parse(process.env)
