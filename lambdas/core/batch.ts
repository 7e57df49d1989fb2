import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Log, withDetails } from './log.ts'
import type { Metrics } from './metrics.ts'

/**
 * Runs `work` on each record of a batch, with a log that names the message, and reports those that failed. On a FIFO queue what follows a failure in its group
 * is reported with it, unworked: it must not overtake.
 */
export function batchHandler(
  work: (record: SQSRecord, log: Log) => Promise<void>,
  { log, metrics }: { log: Log; metrics: Metrics },
) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = []
    const held = new Set<string>()
    for (const record of Records) {
      const group = record.attributes.MessageGroupId
      if (group !== undefined && held.has(group)) {
        batchItemFailures.push({ itemIdentifier: record.messageId })
        continue
      }
      const recordLog = withDetails(log, { messageId: record.messageId })
      try {
        await work(record, recordLog)
      } catch (error) {
        recordLog.error('record failed', { error: nameOf(error) })
        batchItemFailures.push({ itemIdentifier: record.messageId })
        if (group !== undefined) held.add(group)
      }
    }
    metrics.flush()
    return { batchItemFailures }
  }
}

/** Messages may quote an article; names don't. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
