import type { Publication } from './publication.ts'
import type { Subscription } from './subscriptions.ts'

/** The JSON that SNS wraps a message in, unless delivery is raw. Signatures are not made here. */
export function notification(publication: Publication, subscription: Subscription, endpoint: string): string {
  const { messageId, topicArn, subject, timestamp } = publication
  const attributes = Object.entries(publication.attributes).map(([name, { type, value }]) => [
    name,
    { Type: type, Value: value },
  ])
  return JSON.stringify(
    {
      Type: 'Notification',
      MessageId: messageId,
      TopicArn: topicArn,
      ...(subject ? { Subject: subject } : {}),
      Message: textFor(publication, subscription),
      Timestamp: timestamp,
      ...signature(endpoint),
      UnsubscribeURL: unsubscribeUrl(subscription, endpoint),
      ...(attributes.length > 0 ? { MessageAttributes: Object.fromEntries(attributes) } : {}),
    },
    null,
    2,
  )
}

export function confirmation(subscription: Subscription, endpoint: string, messageId: string, now: Date): string {
  const { topicArn, token } = subscription
  const query = new URLSearchParams({ Action: 'ConfirmSubscription', TopicArn: topicArn, Token: token })
  const url = `${endpoint}/?${query}`
  const Message = `You have chosen to subscribe to the topic ${topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`
  return JSON.stringify(
    {
      ...{ Type: 'SubscriptionConfirmation', MessageId: messageId, Token: token, TopicArn: topicArn },
      ...{ Message, SubscribeURL: url, Timestamp: now.toISOString() },
      ...signature(endpoint),
    },
    null,
    2,
  )
}

export function textFor({ message }: Publication, { protocol }: Subscription): string {
  return message[protocol] ?? message.default
}

export function unsubscribeUrl(subscription: Subscription, endpoint: string): string {
  return `${endpoint}/?${new URLSearchParams({ Action: 'Unsubscribe', SubscriptionArn: subscription.arn })}`
}

function signature(endpoint: string): Record<string, string> {
  return { SignatureVersion: '1', Signature: 'local', SigningCertURL: `${endpoint}/no-certificate.pem` }
}
