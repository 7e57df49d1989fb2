import type { Alert } from './alert.ts'

export interface Publisher {
  /** Throws what is worth a retry; the same alert may be published again. */
  publish(alert: Alert): Promise<void>
}
