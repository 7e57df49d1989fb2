import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { SQSRecord } from 'aws-lambda'
import { sqsAs } from '../../../local/cloud/clients.ts'
import { receipts, sqsEvent, succeeded } from '../../../local/cloud/events/sqs-event.ts'
import type { LocalCloud } from '../../../local/cloud/local-cloud.ts'
import { named } from '../../support/named.ts'
import type { Random } from '../random.ts'
import type { Worker } from '../world/history.ts'
import type { Handler } from '../world/lambda.ts'
import type { QueueSettings } from '../world/queue.ts'

export interface FeedOptions {
  cloud: LocalCloud
  /** With what the logical ids of the queue and of its dead letters begin. */
  queue: string
  settings: QueueSettings
  functionName: string
  worker: Worker
  handle: Handler
  /** Whether a message is gone before the function gets it. */
  isLost(body: string): boolean
  /** What was received too often. */
  dead: { bodies: string[] }
  random: Random
}

/** Feeds a function from its queue, as Lambda does. What failed comes again at once; now and then what was done, too. */
export class Feed {
  readonly url: string
  readonly deadLetters: string
  private readonly options: FeedOptions
  private readonly sqs: SQSClient

  constructor(options: FeedOptions) {
    const urls = options.cloud.refs('AWS::SQS::Queue')
    this.options = options
    this.sqs = sqsAs(options.functionName, { messaging: options.cloud.sdkEnvironment.AWS_ENDPOINT_URL! })
    this.url = named(urls, `${options.queue}Queue`)
    this.deadLetters = named(urls, `${options.queue}DeadLetters`)
  }

  /** One batch; false where nothing waits. */
  async take(): Promise<boolean> {
    const { worker, handle, isLost, random } = this.options
    const { Messages = [] } = await this.sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: this.url,
        MaxNumberOfMessages: random.between(1, 5),
        VisibilityTimeout: 60,
        MessageSystemAttributeNames: ['All'],
      }),
    )
    if (Messages.length === 0) return false
    const lost = Messages.filter(({ Body }) => isLost(Body!))
    const given = Messages.filter(message => !lost.includes(message))
    const { Records } = sqsEvent(given, '')
    const answer = await handle({ Records: Records.map(record => watched(record, worker)) })
    const done = [...lost, ...succeeded(given, answer, true).filter(() => !random.chance(0.1))]
    const Entries = receipts(done)
    if (done.length > 0) await this.sqs.send(new DeleteMessageBatchCommand({ QueueUrl: this.url, Entries }))
    await this.handBack(Messages.filter(message => !done.includes(message)))
    return true
  }

  private async handBack(messages: Message[]): Promise<void> {
    const { cloud, settings, dead } = this.options
    if (messages.length === 0) return
    const Entries = receipts(messages).map(entry => ({ ...entry, VisibilityTimeout: 0 }))
    await cloud.clients.sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: this.url, Entries }))
    for (const { Attributes, Body } of messages)
      if (Number(Attributes?.ApproximateReceiveCount) === settings.mostReceives) dead.bodies.push(Body!)
  }
}

/** A handler works on the record whose body it reads. */
function watched(record: SQSRecord, worker: Worker): SQSRecord {
  const { body } = record
  return Object.defineProperty({ ...record }, 'body', {
    get() {
      worker.record = record
      return body
    },
  })
}
