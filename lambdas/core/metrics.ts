/** What happened, by the names that alarms and the dashboard know. */
export type Counter =
  | 'Articles'
  | 'Claims'
  | 'Partial'
  | 'Rejected'
  | 'Verdicts'
  | 'Alerts'
  | 'ResentUploads'
  | 'ResentClaims'
  | 'SweepsCut'
/** What takes time: `Time`, in milliseconds. */
export type Stage = 'read' | 'extract' | 'store' | 'judge' | 'publish' | 'sweep'

/** Of few values each: every combination is a metric that is paid for. */
export type Dimensions = Partial<Record<'topic' | 'verdict', string>>

/** Counts may be repeated with their message: they tell how much was done, not how much there is. None of it throws. */
export interface Metrics {
  count(name: Counter, n?: number, dimensions?: Dimensions): void
  timed<T>(stage: Stage, work: () => T | Promise<T>): Promise<T>
  /** At the end of each invocation. */
  flush(): void
}

export const unmeasured: Metrics = {
  count: () => {},
  timed: async (_stage, work) => work(),
  flush: () => {},
}
