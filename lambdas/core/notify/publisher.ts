import type { Reason } from '../subscriptions/notes.ts'
import type { Alert } from './alert.ts'

export interface Publisher {
  /** Throws what is worth a retry; the same alert may be published again. The reasons go with it. */
  publish(alert: Alert, reasons: readonly Reason[]): Promise<void>
}
