import type { Subscription } from './subscriptions.ts'

export interface WebhookPost {
  type: 'Notification' | 'SubscriptionConfirmation'
  messageId: string
  body: string
  raw: boolean
}

/** `permanent` failures are not tried again. */
export type Outcome = { ok: true } | { ok: false; permanent: boolean; reason: string }

const TIMEOUT_MS = 15_000

/** Posts as SNS does. Answers of 4xx are the endpoint's last word, except that it is too busy. */
export async function post(subscription: Subscription, { type, messageId, body, raw }: WebhookPost): Promise<Outcome> {
  try {
    const response = await fetch(subscription.endpoint, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'text/plain; charset=UTF-8',
        'user-agent': 'Amazon Simple Notification Service Agent',
        'x-amz-sns-message-type': type,
        'x-amz-sns-message-id': messageId,
        'x-amz-sns-topic-arn': subscription.topicArn,
        ...(type === 'Notification' ? { 'x-amz-sns-subscription-arn': subscription.arn } : {}),
        ...(raw ? { 'x-amz-sns-rawdelivery': 'true' } : {}),
      },
      body,
    })
    await response.body?.cancel()
    if (response.ok) return { ok: true }
    const permanent = response.status >= 400 && response.status < 500 && response.status !== 429
    return { ok: false, permanent, reason: `the endpoint answered ${response.status}` }
  } catch (error) {
    const { name, cause } = error as Error
    // Its message has the address, which is the subscriber's and not for a log.
    const { code = name } = (cause ?? {}) as { code?: string }
    return { ok: false, permanent: false, reason: `the endpoint can't be reached: ${code}` }
  }
}
