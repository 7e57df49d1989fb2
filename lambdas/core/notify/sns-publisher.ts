import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns'
import type { Alert } from './alert.ts'
import { emailSubject, emailText } from './email.ts'
import { plain } from './plain.ts'
import type { Publisher } from './publisher.ts'

/** SNS counts attributes into the message's 256 KB, and a filter on more names than these helps nobody. */
const MOST_ENTITIES = 50

export class SnsPublisher implements Publisher {
  private readonly client: SNSClient
  private readonly topicArn: string

  constructor(client: SNSClient, topicArn: string) {
    this.client = client
    this.topicArn = topicArn
  }

  async publish(alert: Alert): Promise<void> {
    const machine = JSON.stringify(alert)
    const person = emailText(alert)
    const short = emailSubject(alert)
    await this.client.send(
      new PublishCommand({
        TopicArn: this.topicArn,
        Subject: short,
        MessageStructure: 'json',
        Message: JSON.stringify({ default: machine, email: person, sms: short }),
        MessageAttributes: attributes(alert),
      }),
    )
  }
}

/** What filter policies can pick by. */
export function attributes({ topic, claims, withdrawn, article }: Alert): Record<string, MessageAttributeValue> {
  const verdicts = [
    ...new Set(claims.map(({ verdict }): string => verdict)),
    ...(withdrawn.length > 0 ? ['withdrawn'] : []),
  ]
  const entities = [...new Set(claims.flatMap(claim => claim.entities))].slice(0, MOST_ENTITIES)
  const outlet = article.source && plain(article.source)
  return {
    topic: text(topic),
    verdicts: list(verdicts),
    ...(outlet && { source: text(outlet) }),
    ...(entities.length > 0 && { entities: list(entities) }),
  }
}

const text = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value })
const list = (values: string[]): MessageAttributeValue => ({
  DataType: 'String.Array',
  StringValue: JSON.stringify(values),
})
