import {
  type MessageAttributeValue,
  PublishCommand,
  type PublishCommandInput,
  type SNSClient,
} from '@aws-sdk/client-sns'
import type { Reason } from '../subscriptions/notes.ts'
import { type Alert, halved } from './alert.ts'
import { emailSubject, emailText } from './email.ts'
import { type Facets, facetsOf } from './facets.ts'
import type { Publisher } from './publisher.ts'

export class SnsPublisher implements Publisher {
  private readonly client: SNSClient
  private readonly topicArn: string

  constructor(client: SNSClient, topicArn: string) {
    this.client = client
    this.topicArn = topicArn
  }

  async publish(alert: Alert, reasons: readonly Reason[] = []): Promise<void> {
    let fitting = alert
    let message = messageOf(fitting, reasons)
    while (sizeOf(message) > MOST_BYTES && fitting.claims.length + fitting.withdrawn.length > 0) {
      fitting = halved(fitting)
      message = messageOf(fitting, reasons)
    }
    await this.client.send(new PublishCommand({ TopicArn: this.topicArn, ...message }))
  }
}

/** SNS takes 256 KB, attributes included. Text that is all quotation marks is four times as long inside JSON inside JSON. */
const MOST_BYTES = 250_000

type Message = Required<Pick<PublishCommandInput, 'Subject' | 'MessageStructure' | 'Message' | 'MessageAttributes'>>

function messageOf(alert: Alert, reasons: readonly Reason[]): Message {
  const machine = JSON.stringify({ ...alert, reasons })
  const short = emailSubject(alert)
  return {
    Subject: short,
    MessageStructure: 'json',
    Message: JSON.stringify({ default: machine, email: emailText(alert, reasons), sms: short }),
    MessageAttributes: attributes(facetsOf(alert)),
  }
}

const sizeOf = ({ Message, MessageAttributes }: Message): number =>
  Object.entries(MessageAttributes)
    .flatMap(([name, { DataType, StringValue }]) => [name, DataType, StringValue])
    .reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), Buffer.byteLength(Message ?? ''))

/** What filter policies pick by: `policyOf` has the other side of it. */
export function attributes({
  topic,
  verdicts,
  source,
  entities,
  words,
}: Facets): Record<string, MessageAttributeValue> {
  return {
    topic: text(topic),
    ...(verdicts.length > 0 && { verdicts: list(verdicts) }),
    ...(source && { source: text(source) }),
    ...(entities.length > 0 && { entities: list(entities) }),
    ...(words.length > 0 && { words: list(words) }),
  }
}

const text = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value })
const list = (values: string[]): MessageAttributeValue => ({
  DataType: 'String.Array',
  StringValue: JSON.stringify(values),
})
