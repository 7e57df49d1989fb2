import * as z from 'zod'

/** That an article has claims under a topic which are to be judged. The claims themselves are in the store. */
export const Submitted = z.object({
  articleId: z.string(),
  revision: z.string(),
  topic: z.string(),
  /** Uploaded to fill the past: stored and never alerted. */
  backfill: z.boolean(),
})
export type Submitted = z.infer<typeof Submitted>

export interface ClaimsQueue {
  /** May be repeated; judging twice is judging once. Where it throws, any of them may have been taken. */
  submit(submitted: readonly Submitted[]): Promise<void>
}
