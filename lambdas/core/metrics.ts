import type { VerdictName } from './novelty/types.ts'

/** What happened, by the names that alarms and the dashboard know. */
export type Counter =
  | 'Articles'
  | 'Claims'
  | 'Partial'
  | 'Rejected'
  | `Verdicts-${VerdictName}`
  | 'Alerts'
  | 'ResentUploads'
  | 'ResentClaims'
  | 'SweepsCut'
  | 'CanariesArrived'
/** What takes time: `Time-judge`, in milliseconds. */
export type Stage = 'read' | 'extract' | 'store' | 'judge' | 'publish' | 'canary'

/**
 * Counts may be repeated with their message: they tell how much was done, not how much there is. None of it throws. Each name is a metric
 * that is paid for; of what belongs to a topic, each topic.
 */
export interface Metrics {
  count(name: Counter, n?: number, topic?: string): void
  timed<T>(stage: Stage, work: () => T | Promise<T>, topic?: string): Promise<T>
  /** At the end of each invocation. */
  flush(): void
}

export const unmeasured: Metrics = {
  count: () => {},
  timed: async (_stage, work) => work(),
  flush: () => {},
}
