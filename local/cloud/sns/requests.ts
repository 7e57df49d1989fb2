import type { PublishRequest } from './publication.ts'
import { members, readMessageAttributes, type Xml } from './query-protocol.ts'
import { invalid } from './sns-error.ts'
import type { Subscription } from './subscriptions.ts'

export function field(form: URLSearchParams, name: string): string {
  const value = form.get(name)
  if (!value) throw invalid(`${name} is missing`)
  return value
}

export function requestAt(form: URLSearchParams, prefix: string): PublishRequest {
  return {
    message: form.get(`${prefix}Message`) ?? '',
    subject: form.get(`${prefix}Subject`) ?? undefined,
    structure: form.get(`${prefix}MessageStructure`) ?? undefined,
    attributes: readMessageAttributes(form, `${prefix}MessageAttributes`),
  }
}

export function summary({ arn, topicArn, protocol, endpoint, confirmed }: Subscription): Xml {
  return [
    ['SubscriptionArn', confirmed ? arn : 'PendingConfirmation'],
    ['Owner', '000000000000'],
    ['Protocol', protocol],
    ['Endpoint', endpoint],
    ['TopicArn', topicArn],
  ]
}

export function described({
  arn,
  topicArn,
  protocol,
  endpoint,
  confirmed,
  attributes,
}: Subscription): Record<string, string> {
  return {
    ...{ SubscriptionArn: arn, TopicArn: topicArn, Protocol: protocol, Endpoint: endpoint, Owner: '000000000000' },
    PendingConfirmation: String(!confirmed),
    ...attributes,
  }
}

/** SNS lists a hundred at a time. */
const PAGE = 100

export function listed(all: Subscription[], token: string | null): Xml {
  const from = token ? Number(token) : 0
  if (!Number.isInteger(from) || from < 0) throw invalid('NextToken')
  const next = from + PAGE
  return [
    ['Subscriptions', members(all.slice(from, next).map(summary))],
    ...(next < all.length ? [['NextToken', String(next)] as [string, Xml]] : []),
  ]
}
