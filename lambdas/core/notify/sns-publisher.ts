import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns'
import type { Reason } from '../subscriptions/notes.ts'
import type { Alert } from './alert.ts'
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
    const machine = JSON.stringify({ ...alert, reasons })
    const person = emailText(alert, reasons)
    const short = emailSubject(alert)
    await this.client.send(
      new PublishCommand({
        TopicArn: this.topicArn,
        Subject: short,
        MessageStructure: 'json',
        Message: JSON.stringify({ default: machine, email: person, sms: short }),
        MessageAttributes: attributes(facetsOf(alert)),
      }),
    )
  }
}

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
