import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { Random } from '../random.ts'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { Message, Queue } from './queue.ts'

export type Handler = (event: SQSEvent) => Promise<SQSBatchResponse>

/** A process that a function runs in: warm ones are used again, and one that has crashed is gone. */
export interface Environment {
  name: string
  handle: Handler
  isDead: boolean
  /** The record that it works on. */
  record: SQSRecord | null
  /** Ends the process, wherever it is. */
  crash(): void
}

export interface FunctionSettings {
  name: string
  timeoutMs: number
  batchSize: number
  concurrency: number
}

/**
 * A function that is fed from a queue, with partial batch responses, as it is documented.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export class Lambda {
  private readonly settings: FunctionSettings
  private readonly queue: Queue
  private readonly clock: Clock
  private readonly faults: Faults
  private readonly random: Random
  private readonly start: (environment: Environment) => Handler
  private readonly warm: Environment[] = []
  private running = 0

  constructor(
    settings: FunctionSettings,
    queue: Queue,
    world: { clock: Clock; faults: Faults; random: Random },
    start: (environment: Environment) => Handler,
  ) {
    this.settings = settings
    this.queue = queue
    this.clock = world.clock
    this.faults = world.faults
    this.random = world.random
    this.start = start
    queue.onVisible = at =>
      this.clock.after(Math.max(0, at - this.clock.now) + this.random.between(1, 300), () => this.poll())
  }

  private poll(): void {
    while (this.running < this.settings.concurrency) {
      const most = this.random.between(1, this.settings.batchSize)
      const messages = this.queue.receive(this.clock.now, most, list => this.shuffled(list))
      if (messages.length === 0) return
      this.invoke(messages)
    }
  }

  private shuffled(list: Message[]): Message[] {
    if (list.length > 1 && this.faults.onDelivery('deliveries: reorder')) list.reverse()
    return list
  }

  private invoke(messages: Message[]): void {
    this.running++
    const environment = this.warm.pop() ?? this.launch()
    let isOver = false
    const end = (answer: SQSBatchResponse | null) => {
      if (isOver) return
      isOver = true
      this.running--
      if (answer) this.acknowledge(messages, answer)
      if (!environment.isDead) this.warm.push(environment)
      this.poll()
    }
    environment.crash = () => {
      environment.isDead = true
      end(null)
    }
    this.clock.after(this.settings.timeoutMs, () => {
      if (isOver) return
      this.faults.hit(`${this.settings.name}: out of time`)
      environment.crash()
    })
    environment.handle({ Records: messages.map(message => recordOf(message, environment)) }).then(
      answer => this.clock.after(1, () => !environment.isDead && end(answer)),
      () => this.clock.after(1, () => end(null)),
    )
  }

  private launch(): Environment {
    const environment = {
      name: this.settings.name,
      isDead: false,
      record: null,
      crash: () => {},
    } as unknown as Environment
    environment.handle = this.start(environment)
    return environment
  }

  /** Deletes what was not reported as failed. An answer that names a message that was not in the batch counts as a failure of all. */
  private acknowledge(messages: Message[], { batchItemFailures }: SQSBatchResponse): void {
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    const isKnown = [...failed].every(id => messages.some(message => message.id === id))
    if (!isKnown) return
    if (failed.size > 0 && failed.size < messages.length) this.faults.hit('deliveries: partial batch')
    for (const message of messages) {
      if (failed.has(message.id)) continue
      if (this.faults.onDelivery('deliveries: acknowledgement lost')) continue
      this.queue.delete(this.clock.now, message.receipt!)
      if (!this.queue.settings.fifo && this.faults.onDelivery('deliveries: again after the delete'))
        this.clock.after(this.random.between(1_000, 600_000), () => this.queue.revive(this.clock.now, message))
    }
  }
}

function recordOf({ id, body, group, receives, receipt }: Message, environment: Environment): SQSRecord {
  const record = {
    messageId: id,
    receiptHandle: receipt,
    attributes: { ApproximateReceiveCount: String(receives), ...(group !== null && { MessageGroupId: group }) },
    // A handler works on the record whose body it reads.
    get body() {
      environment.record = record
      return body
    },
  } as unknown as SQSRecord
  return record
}
