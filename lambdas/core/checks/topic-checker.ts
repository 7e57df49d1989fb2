import * as z from 'zod'
import type { Problem } from '../topics/json-lines.ts'

/** Runs the examples of a topic file. Apart from the rest of the checks, since it takes the language parser, which only ingest holds. */
export interface TopicChecker {
  /** What is wrong with the file; nothing where it is good. */
  check(file: string): Promise<Problem[]>
}

/** How ingest is asked, and what it answers. */
export const CheckRequest = z.strictObject({ checkTopic: z.string() })
export type CheckRequest = z.infer<typeof CheckRequest>
export const CheckAnswer = z.strictObject({
  problems: z.array(z.strictObject({ line: z.number(), reason: z.string() })),
})
export type CheckAnswer = z.infer<typeof CheckAnswer>
