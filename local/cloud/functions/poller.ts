import { setTimeout as sleep } from 'node:timers/promises'
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { receipts, sqsEvent, succeeded } from '../events/sqs-event.ts'
import type { Lambda } from './lambda.ts'

export interface PollerSettings {
  /** With the function's rights. */
  sqs: SQSClient
  /** For what AWS doesn't do: bringing a failed message back early. */
  retries: SQSClient
  queue: { name: string; url: string; arn: string }
  lambda: Lambda
  batchSize: number
  reportsItemFailures: boolean
  /** When a failed message comes back; null: by the queue's visibility timeout. */
  retryAfterSeconds: number | null
  log(line: string): void
}

/** Brings a queue's messages to a function, batch by batch, and deletes those that it is done with. */
export class Poller {
  readonly settings: PollerSettings
  readonly #stop = new AbortController()
  #running: Promise<void> | null = null
  /** Batches that failed, wholly or in part, since the start. */
  failures = 0

  constructor(settings: PollerSettings) {
    this.settings = settings
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** Ends when the batch in hand is done. */
  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#running
    this.settings.sqs.destroy()
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        const messages = await this.#receive()
        if (messages.length > 0) await this.#handle(messages)
      } catch (error) {
        if (this.#stop.signal.aborted) return
        this.settings.log(`${this.settings.queue.name}: ${error}`)
        await sleep(200)
      }
    }
  }

  async #receive(): Promise<Message[]> {
    const { sqs, queue, batchSize } = this.settings
    const command = new ReceiveMessageCommand({
      QueueUrl: queue.url,
      MaxNumberOfMessages: batchSize,
      WaitTimeSeconds: 20,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    })
    const { Messages = [] } = await sqs.send(command, { abortSignal: this.#stop.signal })
    return Messages
  }

  async #handle(messages: Message[]): Promise<void> {
    const { sqs, queue } = this.settings
    const done = await this.#invoke(messages)
    if (done.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries: receipts(done) }))
    if (done.length === messages.length) return
    this.failures++
    const failed = messages.filter(message => !done.includes(message))
    const { retryAfterSeconds, retries } = this.settings
    if (retryAfterSeconds === null) return
    const Entries = receipts(failed).map(entry => ({ ...entry, VisibilityTimeout: retryAfterSeconds }))
    await retries.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queue.url, Entries }))
  }

  async #invoke(messages: Message[]): Promise<Message[]> {
    const { lambda, queue, reportsItemFailures, log } = this.settings
    try {
      const answer = await lambda.invoke(sqsEvent(messages, queue.arn))
      return succeeded(messages, answer, reportsItemFailures)
    } catch (error) {
      log(error instanceof Error ? error.message : String(error))
      return []
    }
  }
}
