import type { Sns } from '../sns/sns.ts'
import type { Subscriptions } from '../sns/subscriptions.ts'
import type { Blueprint } from '../template/blueprint.ts'

interface SubscriptionProperties {
  TopicArn: string
  Protocol: string
  Endpoint: string
  FilterPolicy?: unknown
  FilterPolicyScope?: string
  RawMessageDelivery?: boolean | string
  RedrivePolicy?: unknown
}

export function createTopics(sns: Sns, subscriptions: Subscriptions, plan: Blueprint): void {
  for (const { identity } of plan.all('AWS::SNS::Topic')) sns.createTopic(identity.ref)
  const declared = plan.all<SubscriptionProperties>('AWS::SNS::Subscription')
  subscriptions.declare(
    declared.map(({ logicalId, properties }) => ({
      name: logicalId,
      topicArn: properties.TopicArn,
      protocol: properties.Protocol,
      endpoint: properties.Endpoint,
      attributes: attributesOf(properties),
    })),
  )
}

/** The API has as text what the template has as values. */
function attributesOf(properties: SubscriptionProperties): Record<string, string> {
  const { FilterPolicy, FilterPolicyScope, RawMessageDelivery, RedrivePolicy } = properties
  return {
    ...(FilterPolicy ? { FilterPolicy: JSON.stringify(FilterPolicy) } : {}),
    ...(FilterPolicyScope ? { FilterPolicyScope } : {}),
    ...(RawMessageDelivery === undefined ? {} : { RawMessageDelivery: String(RawMessageDelivery) }),
    ...(RedrivePolicy ? { RedrivePolicy: JSON.stringify(RedrivePolicy) } : {}),
  }
}
