import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { Log } from './log.ts'

/**
 * Runs `work` on each record of a batch and reports those that failed. On a FIFO queue what follows a failure in its group
 * is reported with it, unworked: it must not overtake.
 */
export function batchHandler(work: (record: SQSRecord) => Promise<void>, log: Log) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = []
    const held = new Set<string>()
    for (const record of Records) {
      const group = record.attributes.MessageGroupId
      if (group !== undefined && held.has(group)) {
        batchItemFailures.push({ itemIdentifier: record.messageId })
        continue
      }
      try {
        await work(record)
      } catch (error) {
        log.error('record failed', { messageId: record.messageId, error: nameOf(error) })
        batchItemFailures.push({ itemIdentifier: record.messageId })
        if (group !== undefined) held.add(group)
      }
    }
    return { batchItemFailures }
  }
}

/** Messages may quote an article; names don't. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
