import type { DurableQueues } from '../engines/queues.ts'
import { deadLettersOf } from '../sns/redelivery.ts'
import type { Subscription } from '../sns/subscriptions.ts'
import type { Blueprint } from '../template/blueprint.ts'

interface QueueProperties {
  [attribute: string]: unknown
  RedrivePolicy?: { deadLetterTargetArn: string; maxReceiveCount: number }
}

/** Attributes of the template that the engine acts on. */
const ATTRIBUTES = [
  'ContentBasedDeduplication',
  'DelaySeconds',
  'FifoQueue',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
]

export function createQueues(queues: DurableQueues, plan: Blueprint): void {
  for (const { identity, properties } of plan.all<QueueProperties>('AWS::SQS::Queue')) {
    const given = ATTRIBUTES.filter(name => properties[name] !== undefined)
    const attributes = Object.fromEntries(given.map(name => [name, String(properties[name])]))
    const { RedrivePolicy } = properties
    queues.create(identity.attributes.QueueName!, identity.ref, identity.attributes.Arn!, {
      ...attributes,
      ...(RedrivePolicy ? { RedrivePolicy: JSON.stringify(RedrivePolicy) } : {}),
    })
  }
}

/** The queues that another queue, or a subscription, gives its failures to. */
export function deadLetterQueues(plan: Blueprint, subscriptions: readonly Subscription[]): string[] {
  const ofQueues = plan
    .all<QueueProperties>('AWS::SQS::Queue')
    .map(({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn)
  const ofSubscriptions = subscriptions.flatMap(({ attributes: { RedrivePolicy } }) =>
    RedrivePolicy ? [deadLettersOf(RedrivePolicy)] : [],
  )
  const arns = new Set([...ofQueues, ...ofSubscriptions])
  const queues = plan.all('AWS::SQS::Queue').filter(({ identity }) => arns.has(identity.attributes.Arn))
  return queues.map(({ identity }) => identity.attributes.QueueName!)
}
