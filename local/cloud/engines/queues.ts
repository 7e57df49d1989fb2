import { LocalCloudError } from '../template/local-cloud-error.ts'
import type { SqsMessage, SqsQueue, SqsStore, SqsStoreClass } from './fauxqs.ts'
import { Journal } from './journal.ts'

export interface QueuedMessage {
  queue: string
  message: SqsMessage
}

const DEPTHS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const

/** Makes queues whose messages outlive the process: a message is in the journal until it is deleted, whichever queue it moved to. */
export class DurableQueues {
  readonly store: SqsStore
  readonly #createMessage: SqsStoreClass['createMessage']
  readonly #journal: Journal<QueuedMessage>

  constructor(store: SqsStore, createMessage: SqsStoreClass['createMessage'], path: string | null) {
    this.store = store
    this.#createMessage = createMessage
    this.#journal = new Journal(path)
  }

  create(name: string, url: string, arn: string, attributes: Record<string, string>): SqsQueue {
    const queue = this.store.createQueue(name, url, arn, attributes)
    const enqueue = queue.enqueue.bind(queue)
    const remove = queue.deleteMessage.bind(queue)
    queue.enqueue = message => {
      this.#journal.put(message.messageId, { queue: name, message })
      enqueue(message)
    }
    queue.deleteMessage = receipt => {
      const inflight = queue.inflightMessages.get(receipt)
      if (inflight) this.#journal.delete(inflight.message.messageId)
      return remove(receipt)
    }
    const purge = queue.purge.bind(queue)
    queue.purge = () => {
      const { ready, delayed, inflight } = queue.inspectMessages()
      const all = [...ready, ...delayed, ...inflight.map(({ message }) => message)]
      for (const { messageId } of all) this.#journal.delete(messageId)
      purge()
    }
    return queue
  }

  /** Puts back what an earlier process had not finished, in the order it came. Call when all queues exist. */
  recover(): void {
    for (const { queue: name, message } of [...this.#journal.live.values()]) {
      const queue = this.store.getQueueByName(name)
      if (!queue) continue
      if (message.messageDeduplicationId) {
        queue.recordDeduplication(message.messageDeduplicationId, message.messageId, message.sequenceNumber)
      }
      queue.enqueue(message)
    }
  }

  /** As a service of AWS sends to a queue: it is in the journal when the call returns. */
  send(arn: string, body: string): void {
    const queue = this.store.getQueueByArn(arn)
    if (!queue) throw new LocalCloudError(`There is no queue ${arn}`)
    queue.enqueue(this.#createMessage(body))
  }

  /** Messages not yet deleted, whether waiting, delayed or being handled. */
  depth(name: string): number {
    const queue = this.store.getQueueByName(name)
    if (!queue) return 0
    return DEPTHS.reduce((sum, name) => sum + Number(queue.getAttribute(name)), 0)
  }

  close(): void {
    this.#journal.close()
  }
}
