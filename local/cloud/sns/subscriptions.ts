import { createHash, randomBytes } from 'node:crypto'
import { Journal } from '../engines/journal.ts'
import { accepts, type FilterScope, parseFilterPolicy } from './filter-policy.ts'
import type { Publication } from './publication.ts'
import { deadLettersOf, retriesOf } from './redelivery.ts'
import { invalid, SnsError } from './sns-error.ts'

export interface Subscription {
  arn: string
  topicArn: string
  protocol: string
  endpoint: string
  confirmed: boolean
  /** Confirms it; sent to the endpoint. */
  token: string
  attributes: Record<string, string>
  fromTemplate: boolean
}

export type NewSubscription = Pick<Subscription, 'topicArn' | 'protocol' | 'endpoint' | 'attributes'>

const PROTOCOLS = new Set(['email', 'email-json', 'http', 'https', 'sms', 'sqs'])
const SETTABLE = new Set(['DeliveryPolicy', 'FilterPolicy', 'FilterPolicyScope', 'RawMessageDelivery', 'RedrivePolicy'])

/** Filter policies of one topic, by AWS's default quota. */
const MAX_POLICIES = 200

/** Who is subscribed to what; kept in the data folder. */
export class Subscriptions {
  readonly #journal: Journal<Subscription>

  constructor(path: string | null) {
    this.#journal = new Journal(path)
  }

  all(): Subscription[] {
    return [...this.#journal.live.values()]
  }

  of(topicArn: string): Subscription[] {
    return this.all().filter(subscription => subscription.topicArn === topicArn)
  }

  get(arn: string): Subscription {
    const found = this.#journal.live.get(arn)
    if (!found) throw new SnsError('NotFound', 'Subscription does not exist', 404)
    return found
  }

  /** The same protocol and endpoint on the same topic is the same subscription. */
  subscribe(wanted: NewSubscription): Subscription {
    check(wanted)
    this.#checkQuota(wanted)
    const existing = this.of(wanted.topicArn).find(
      ({ protocol, endpoint }) => protocol === wanted.protocol && endpoint === wanted.endpoint,
    )
    if (existing) return this.#again(existing, wanted)
    return this.#put({ ...wanted, arn: `${wanted.topicArn}:${idOf(wanted)}`, ...fresh(wanted), fromTemplate: false })
  }

  /** Brings the template's own subscriptions up to date, by name. */
  declare(declared: (NewSubscription & { name: string })[]): void {
    const arns = new Set<string>()
    for (const { name, ...wanted } of declared) {
      check(wanted)
      const arn = `${wanted.topicArn}:${name}`
      arns.add(arn)
      const before = this.#journal.live.get(arn)
      const same = before?.endpoint === wanted.endpoint && before.protocol === wanted.protocol
      const { confirmed, token } = same ? before : fresh(wanted)
      this.#put({ ...wanted, arn, confirmed, token, fromTemplate: true })
    }
    for (const { arn, fromTemplate } of this.all()) if (fromTemplate && !arns.has(arn)) this.#journal.delete(arn)
  }

  confirm(topicArn: string, token: string): Subscription {
    const found = this.of(topicArn).find(subscription => subscription.token === token)
    if (!found) throw invalid('Token')
    return this.#put({ ...found, confirmed: true })
  }

  setAttribute(arn: string, name: string, value: string): void {
    const subscription = this.get(arn)
    const { [name]: _, ...others } = subscription.attributes
    const attributes = value && value !== '{}' ? { ...others, [name]: value } : others
    const changed = { ...subscription, attributes }
    check(changed)
    this.#checkQuota(changed)
    this.#put(changed)
  }

  /** SNS lets one that waits for its confirmation expire, and deletes it in no other way. */
  unsubscribe(arn: string): void {
    if (this.#journal.live.get(arn)?.confirmed === false) {
      throw invalid('SubscriptionArn Reason: the subscription is pending confirmation')
    }
    this.#journal.delete(arn)
  }

  close(): void {
    this.#journal.close()
  }

  #checkQuota({ topicArn, protocol, endpoint, attributes }: NewSubscription): void {
    const others = this.of(topicArn).filter(other => other.protocol !== protocol || other.endpoint !== endpoint)
    const policies = others.filter(other => other.attributes.FilterPolicy).length
    if (attributes.FilterPolicy && policies >= MAX_POLICIES) {
      throw new SnsError('FilterPolicyLimitExceeded', `The topic has ${policies} filter policies already`, 403)
    }
  }

  #again(existing: Subscription, wanted: NewSubscription): Subscription {
    const differs = Object.entries(wanted.attributes).some(([name, value]) => existing.attributes[name] !== value)
    if (differs) throw invalid('Attributes Reason: Subscription already exists with different attributes')
    return existing
  }

  #put(subscription: Subscription): Subscription {
    this.#journal.put(subscription.arn, subscription)
    return subscription
  }
}

/** A UUID that is the same for the same address, so that an example can name it. */
function idOf({ protocol, endpoint }: NewSubscription): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([protocol, endpoint]))
    .digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

/** A mailbox here is a file that its owner can read, so only endpoints on the network must answer for themselves. */
function fresh({ protocol }: NewSubscription): { confirmed: boolean; token: string } {
  return { confirmed: !protocol.startsWith('http'), token: randomBytes(64).toString('hex') }
}

function check({ protocol, endpoint, attributes }: NewSubscription): void {
  if (!PROTOCOLS.has(protocol)) throw invalid(`Protocol: ${protocol} isn't delivered by the local cloud`)
  if (!isEndpoint(protocol, endpoint)) throw invalid(`Endpoint: '${endpoint}' for protocol ${protocol}`)
  const unknown = Object.keys(attributes).find(name => !SETTABLE.has(name))
  if (unknown) throw invalid(`AttributeName: ${unknown}`)
  if (attributes.DeliveryPolicy) retriesOf(attributes.DeliveryPolicy)
  if (attributes.RedrivePolicy) deadLettersOf(attributes.RedrivePolicy)
  const scope = attributes.FilterPolicyScope ?? 'MessageAttributes'
  if (scope !== 'MessageAttributes' && scope !== 'MessageBody') throw invalid(`FilterPolicyScope: ${scope}`)
  if (attributes.FilterPolicy) parseFilterPolicy(attributes.FilterPolicy, scope)
}

function isEndpoint(protocol: string, endpoint: string): boolean {
  if (protocol.startsWith('http')) return URL.canParse(endpoint) && new URL(endpoint).protocol === `${protocol}:`
  if (protocol.startsWith('email')) return /^[^\s@]+@[^\s@]+$/.test(endpoint)
  // A standard topic can't feed a FIFO queue.
  if (protocol === 'sqs') return /^arn:aws:sqs:.+(?<!\.fifo)$/.test(endpoint)
  return /^\+?[\d\s-]{4,20}$/.test(endpoint)
}

/** Whether a subscription wants a message. */
export function wants({ protocol, attributes }: Subscription, publication: Publication): boolean {
  if (!attributes.FilterPolicy) return true
  const scope = (attributes.FilterPolicyScope ?? 'MessageAttributes') as FilterScope
  const text = publication.message[protocol] ?? publication.message.default
  return accepts(parseFilterPolicy(attributes.FilterPolicy, scope), scope, publication, text)
}
