import { randomUUID } from 'node:crypto'
import type { Delivery } from './delivery.ts'
import { accept, type Publication, type PublishRequest } from './publication.ts'
import { errorResponse, map, members, readMap, response, type Xml } from './query-protocol.ts'
import { described, field, listed, requestAt, summary } from './requests.ts'
import { SnsError } from './sns-error.ts'
import { type Subscription, type Subscriptions, wants } from './subscriptions.ts'

const MAX_BATCH = 10

/** The SNS endpoint: answers the Query protocol, and hands accepted messages to delivery. */
export class Sns {
  readonly #subscriptions: Subscriptions
  readonly #delivery: Delivery
  readonly #topics = new Set<string>()
  readonly #listeners = new Set<(publication: Publication) => void>()
  readonly #log: (line: string) => void
  readonly #actions: Record<string, (form: URLSearchParams) => Promise<Xml> | Xml>

  constructor(subscriptions: Subscriptions, delivery: Delivery, log: (line: string) => void) {
    this.#log = log
    this.#subscriptions = subscriptions
    this.#delivery = delivery
    this.#actions = {
      ConfirmSubscription: form => {
        const { arn } = subscriptions.confirm(this.#topic(form), field(form, 'Token'))
        return [['SubscriptionArn', arn]]
      },
      GetSubscriptionAttributes: form => [
        ['Attributes', map(described(subscriptions.get(field(form, 'SubscriptionArn'))))],
      ],
      GetTopicAttributes: form => [['Attributes', map({ TopicArn: this.#topic(form) })]],
      ListSubscriptions: () => [['Subscriptions', members(subscriptions.all().map(summary))]],
      ListSubscriptionsByTopic: form => listed(subscriptions.of(this.#topic(form)), form.get('NextToken')),
      ListTopics: () => [['Topics', members([...this.#topics].map(arn => [['TopicArn', arn]]))]],
      Publish: async form => [['MessageId', await this.#publish(this.#topic(form), requestAt(form, ''))]],
      PublishBatch: form => this.#publishBatch(form),
      SetSubscriptionAttributes: form => {
        const value = form.get('AttributeValue') ?? ''
        subscriptions.setAttribute(field(form, 'SubscriptionArn'), field(form, 'AttributeName'), value)
        return []
      },
      Subscribe: form => this.#subscribe(form),
      Unsubscribe: form => {
        subscriptions.unsubscribe(field(form, 'SubscriptionArn'))
        return []
      },
    }
  }

  createTopic(arn: string): void {
    this.#topics.add(arn)
  }

  /** Hears of every message that is accepted, whoever is subscribed. */
  onPublished(listener: (publication: Publication) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async answer(form: URLSearchParams): Promise<{ status: number; xml: string }> {
    const requestId = randomUUID()
    const name = form.get('Action') ?? ''
    try {
      const action = Object.hasOwn(this.#actions, name) ? this.#actions[name] : undefined
      if (!action) throw new SnsError('InvalidAction', `The local cloud's SNS doesn't know the action ${name}`)
      return { status: 200, xml: response(name, await action(form), requestId) }
    } catch (error) {
      if (!(error instanceof SnsError)) throw error
      return { status: error.status, xml: errorResponse(error, requestId) }
    }
  }

  /** Pending webhooks are asked to confirm; those of the template at each start, as their answer may have been missed. */
  askToConfirm(subscription: Subscription): void {
    if (!subscription.confirmed) void this.#delivery.askToConfirm(subscription, randomUUID())
  }

  async #publish(topicArn: string, request: PublishRequest): Promise<string> {
    const messageId = randomUUID()
    const publication = accept(request, { topicArn, messageId, timestamp: new Date().toISOString() })
    const to = this.#subscriptions.of(topicArn).filter(({ confirmed }) => confirmed)
    for (const subscription of to) {
      if (wants(subscription, publication)) await this.#delivery.deliver(publication, subscription)
    }
    for (const listener of this.#listeners) this.#tell(listener, publication)
    return messageId
  }

  /** A listener's mistake is not the publisher's. */
  #tell(listener: (publication: Publication) => void, publication: Publication): void {
    try {
      listener(publication)
    } catch (error) {
      this.#log(`A listener failed on message ${publication.messageId}: ${error}`)
    }
  }

  async #publishBatch(form: URLSearchParams): Promise<Xml> {
    const topicArn = this.#topic(form)
    const successful: Xml[] = []
    const failed: Xml[] = []
    const entry = (index: number) => `PublishBatchRequestEntries.member.${index}.`
    let count = 0
    while (form.has(`${entry(count + 1)}Id`)) count++
    if (count === 0) throw new SnsError('EmptyBatchRequest', 'The batch request does not contain any entries')
    if (count > MAX_BATCH)
      throw new SnsError('TooManyEntriesInBatchRequest', `More than ${MAX_BATCH} entries in a batch`)
    for (let index = 1; index <= count; index++) {
      const Id = form.get(`${entry(index)}Id`)!
      try {
        const MessageId = await this.#publish(topicArn, requestAt(form, entry(index)))
        successful.push([
          ['Id', Id],
          ['MessageId', MessageId],
        ])
      } catch (error) {
        if (!(error instanceof SnsError)) throw error
        failed.push([
          ['Id', Id],
          ['Code', error.code],
          ['Message', error.message],
          ['SenderFault', 'true'],
        ])
      }
    }
    return [
      ['Successful', members(successful)],
      ['Failed', members(failed)],
    ]
  }

  #subscribe(form: URLSearchParams): Xml {
    const subscription = this.#subscriptions.subscribe({
      topicArn: this.#topic(form),
      protocol: field(form, 'Protocol'),
      endpoint: field(form, 'Endpoint'),
      attributes: readMap(form, 'Attributes'),
    })
    this.askToConfirm(subscription)
    const shown = subscription.confirmed || form.get('ReturnSubscriptionArn') === 'true'
    return [['SubscriptionArn', shown ? subscription.arn : 'pending confirmation']]
  }

  #topic(form: URLSearchParams): string {
    const arn = form.get('TopicArn') ?? form.get('TargetArn') ?? ''
    if (!this.#topics.has(arn)) throw new SnsError('NotFound', `Topic does not exist: ${arn}`, 404)
    return arn
  }
}
