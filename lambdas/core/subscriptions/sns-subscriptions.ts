import {
  FilterPolicyLimitExceededException,
  GetSubscriptionAttributesCommand,
  InvalidParameterException,
  ListSubscriptionsByTopicCommand,
  NotFoundException,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  SubscriptionLimitExceededException,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns'
import { type Filter, filterOf, policyOf } from './filter.ts'
import {
  AddressRefused,
  AlreadySubscribed,
  NotChangeable,
  type Subscription,
  type Subscriptions,
  TooManyFilters,
  type Wanted,
} from './subscriptions.ts'

/** A page has 100; SNS gives 30 pages a second. */
const MOST_PAGES = 20

/**
 * A webhook that is down is tried 30 times over three quarters of an hour (SNS allows an hour), at last every two
 * minutes; then the alert goes to the dead-letter queue.
 */
const WEBHOOK_RETRIES = JSON.stringify({
  healthyRetryPolicy: {
    minDelayTarget: 5,
    maxDelayTarget: 120,
    numRetries: 30,
    numMinDelayRetries: 2,
    numMaxDelayRetries: 20,
    backoffFunction: 'linear',
  },
})

/** SNS is the store of subscriptions: what it lists is what it delivers to. */
export class SnsSubscriptions implements Subscriptions {
  private readonly client: SNSClient
  private readonly topicArn: string
  private readonly deadLettersArn: string

  constructor(client: SNSClient, topicArn: string, deadLettersArn: string) {
    this.client = client
    this.topicArn = topicArn
    this.deadLettersArn = deadLettersArn
  }

  async subscribe(wanted: Wanted): Promise<Subscription> {
    const { protocol, address, filter } = wanted
    const command = new SubscribeCommand({
      TopicArn: this.topicArn,
      Protocol: protocol,
      Endpoint: address,
      ReturnSubscriptionArn: true,
      Attributes: {
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: this.deadLettersArn }),
        ...(protocol.startsWith('http') && { DeliveryPolicy: WEBHOOK_RETRIES }),
        ...(Object.keys(filter).length > 0 && { FilterPolicy: policyText(filter) }),
      },
    })
    try {
      const { SubscriptionArn } = await this.client.send(command)
      const made = await this.get(this.idOf(SubscriptionArn!))
      return made ?? { id: this.idOf(SubscriptionArn!), protocol, address, filter, status: 'pending' }
    } catch (cause) {
      throw await this.refusal(wanted, cause)
    }
  }

  async get(id: string): Promise<Subscription | null> {
    const attributes = await this.attributes(id)
    if (!attributes) return null
    const { Protocol = '', Endpoint = '', PendingConfirmation, FilterPolicy, FilterPolicyScope } = attributes
    const isReadable = FilterPolicyScope !== 'MessageBody'
    const filter = FilterPolicy ? (isReadable ? filterOf(JSON.parse(FilterPolicy)) : null) : {}
    const status = PendingConfirmation === 'true' ? 'pending' : 'confirmed'
    return { id, protocol: Protocol, address: Endpoint, status, filter }
  }

  async confirmed(): Promise<{ ids: string[]; complete: boolean }> {
    const listed = await this.list()
    // Those that wait for their confirmation, and those just deleted, have a word in place of an ARN.
    const arns = listed.entries.flatMap(({ arn }) => (arn.startsWith(`${this.topicArn}:`) ? [arn] : []))
    return { ids: arns.map(arn => this.idOf(arn)), complete: listed.complete }
  }

  async setFilter(id: string, filter: Filter): Promise<void> {
    const command = new SetSubscriptionAttributesCommand({
      SubscriptionArn: this.arnOf(id),
      AttributeName: 'FilterPolicy',
      AttributeValue: policyText(filter),
    })
    try {
      await this.client.send(command)
    } catch (cause) {
      if (isQuota(cause)) throw new TooManyFilters({ cause })
      // The filter is one that SNS takes: it is the subscription that isn't right.
      throw cause instanceof InvalidParameterException ? new NotChangeable({ cause }) : cause
    }
  }

  async unsubscribe(id: string): Promise<void> {
    try {
      await this.client.send(new UnsubscribeCommand({ SubscriptionArn: this.arnOf(id) }))
    } catch (error) {
      if (!(error instanceof NotFoundException)) throw error
    }
  }

  private async attributes(id: string): Promise<Record<string, string> | null> {
    try {
      const command = new GetSubscriptionAttributesCommand({ SubscriptionArn: this.arnOf(id) })
      return (await this.client.send(command)).Attributes ?? null
    } catch (error) {
      // SNS calls an ARN invalid that it could not have given.
      if (error instanceof NotFoundException || error instanceof InvalidParameterException) return null
      throw error
    }
  }

  private async list() {
    const entries: { arn: string; protocol: string; address: string }[] = []
    let NextToken: string | undefined
    for (let page = 0; page < MOST_PAGES; page++) {
      const command = new ListSubscriptionsByTopicCommand({ TopicArn: this.topicArn, NextToken })
      const { Subscriptions = [], NextToken: next } = await this.client.send(command)
      for (const { SubscriptionArn = '', Protocol = '', Endpoint = '' } of Subscriptions) {
        entries.push({ arn: SubscriptionArn, protocol: Protocol, address: Endpoint })
      }
      NextToken = next
      if (!NextToken) return { entries, complete: true }
    }
    return { entries, complete: false }
  }

  /** SNS says "invalid parameter" both of an address that it can't use and of one that is subscribed already. */
  private async refusal({ protocol, address }: Wanted, cause: unknown): Promise<unknown> {
    if (isQuota(cause)) return new TooManyFilters({ cause })
    if (!(cause instanceof InvalidParameterException)) return cause
    const { entries } = await this.list()
    const other = entries.find(entry => entry.protocol === protocol && entry.address === address)
    if (!other) return new AddressRefused(cause.message, { cause })
    return new AlreadySubscribed(other.arn.startsWith(this.topicArn) ? this.idOf(other.arn) : null, { cause })
  }

  private arnOf(id: string): string {
    return `${this.topicArn}:${id}`
  }

  private idOf(arn: string): string {
    return arn.slice(this.topicArn.length + 1)
  }
}

/** `{}` takes a policy away. */
const policyText = (filter: Filter): string => JSON.stringify(policyOf(filter))

const isQuota = (error: unknown): boolean =>
  error instanceof FilterPolicyLimitExceededException || error instanceof SubscriptionLimitExceededException
