import { invalid } from './sns-error.ts'

/** Seconds to wait before each further attempt on a webhook. https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
export type Delays = number[]

const DEFAULT: Delays = [20, 20, 20]
/** Between the first attempt and the last, SNS allows an hour. */
const MAX_SECONDS = 3_600
const MAX_RETRIES = 100

/**
 * The attempts of a delivery policy: at once, then at the least delay, then with growing delays, then at the largest one.
 * Whatever function a policy names, the delays grow here in even steps. Refuses what SNS refuses.
 */
export function retriesOf(deliveryPolicy: string | undefined): Delays {
  const policy = deliveryPolicy ? (object(deliveryPolicy, 'DeliveryPolicy').healthyRetryPolicy ?? {}) : undefined
  if (policy === undefined) return DEFAULT
  const number = (name: string, fallback: number): number => {
    const value = (policy as Record<string, unknown>)[name] ?? fallback
    if (Number.isInteger(value) && (value as number) >= 0) return value as number
    throw invalid(`DeliveryPolicy: healthyRetryPolicy.${name} must be a whole number`)
  }
  const [least, largest, all] = [number('minDelayTarget', 20), number('maxDelayTarget', 20), number('numRetries', 3)]
  const [atOnce, early, late] = [
    number('numNoDelayRetries', 0),
    number('numMinDelayRetries', 0),
    number('numMaxDelayRetries', 0),
  ]
  const growing = all - atOnce - early - late
  if (growing < 0 || all > MAX_RETRIES) throw invalid('DeliveryPolicy: healthyRetryPolicy.numRetries')
  if (least < 1 || largest < least) throw invalid('DeliveryPolicy: healthyRetryPolicy.maxDelayTarget')
  const step = (index: number) => least + ((largest - least) * (index + 1)) / growing
  const delays = [
    ...Array<number>(atOnce).fill(0),
    ...Array<number>(early).fill(least),
    ...Array.from({ length: growing }, (_, index) => step(index)),
    ...Array<number>(late).fill(largest),
  ]
  if (delays.reduce((sum, delay) => sum + delay, 0) > MAX_SECONDS) {
    throw invalid(`DeliveryPolicy: the total retry time exceeds ${MAX_SECONDS} seconds`)
  }
  return delays
}

/** The ARN of the dead-letter queue. */
export function deadLettersOf(redrivePolicy: string): string {
  const { deadLetterTargetArn } = object(redrivePolicy, 'RedrivePolicy')
  if (typeof deadLetterTargetArn === 'string' && deadLetterTargetArn.startsWith('arn:aws:sqs:')) {
    return deadLetterTargetArn
  }
  throw invalid('RedrivePolicy: deadLetterTargetArn must be the ARN of a queue')
}

function object(json: string, name: string): Record<string, unknown> {
  try {
    const value = JSON.parse(json)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Told below.
  }
  throw invalid(`${name}: failed to parse JSON`)
}
