import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Journal } from '../engines/journal.ts'
import { confirmation, notification, textFor } from './envelope.ts'
import type { Mailbox } from './mailbox.ts'
import type { MessageAttribute, Publication } from './publication.ts'
import { deadLettersOf, retriesOf } from './redelivery.ts'
import type { Subscription, Subscriptions } from './subscriptions.ts'
import { post, type WebhookPost } from './webhook.ts'

export interface QueueMessage {
  queueArn: string
  body: string
  attributes: Record<string, MessageAttribute>
}

export interface DeliveryOptions {
  subscriptions: Subscriptions
  mailbox: Mailbox
  /** Where links in messages lead: the SNS endpoint. */
  endpoint: string
  send(message: QueueMessage): Promise<void>
  /** How long the 20 s are that SNS waits between attempts on a webhook where nothing else is said; other delays in step. */
  webhookRetryMs: number
  /** Keeps what webhooks still have to get. */
  path: string | null
  log(line: string): void
}

interface Pending {
  subscriptionArn: string
  publication: Publication
}

const USUAL_DELAY = 20

/** Brings accepted messages to subscribers: queues and mailboxes before the publisher hears back, webhooks after. */
export class Delivery {
  readonly mailbox: Mailbox
  readonly #options: DeliveryOptions
  readonly #pending: Journal<Pending>
  readonly #stop = new AbortController()
  /** Webhook attempts under way; one that waits for its next try doesn't count. */
  active = 0
  /** Messages given up on that had no dead-letter queue. */
  lost = 0

  constructor(options: DeliveryOptions) {
    this.#options = options
    this.mailbox = options.mailbox
    this.#pending = new Journal(options.path)
    // Every webhook that waits for its next try listens.
    setMaxListeners(0, this.#stop.signal)
  }

  /** Takes up the webhooks that an earlier process had not reached. */
  recover(): void {
    for (const [id, pending] of [...this.#pending.live]) this.#start(id, pending)
  }

  async deliver(publication: Publication, subscription: Subscription): Promise<void> {
    const { protocol } = subscription
    if (protocol === 'sqs') return this.#toQueue(publication, subscription)
    if (!protocol.startsWith('http')) {
      return this.mailbox.deliver(publication, subscription, this.#options.endpoint)
    }
    const id = `${publication.messageId} ${subscription.arn}`
    const pending = { subscriptionArn: subscription.arn, publication }
    this.#pending.put(id, pending)
    this.#start(id, pending)
  }

  async askToConfirm(subscription: Subscription, messageId: string): Promise<void> {
    const body = confirmation(subscription, this.#options.endpoint, messageId, new Date())
    const outcome = await this.#tryWebhook(subscription, {
      type: 'SubscriptionConfirmation',
      messageId,
      body,
      raw: false,
    })
    if (outcome) this.#options.log(`No confirmation of ${subscription.arn}: ${outcome}`)
  }

  close(): void {
    this.#stop.abort()
    this.#pending.close()
  }

  #start(id: string, pending: Pending): void {
    this.#toWebhook(id, pending).catch(error => this.#options.log(`SNS: ${error}`))
  }

  async #toQueue(publication: Publication, subscription: Subscription): Promise<void> {
    const raw = subscription.attributes.RawMessageDelivery === 'true'
    const body = raw ? textFor(publication, subscription) : this.#wrap(publication, subscription)
    const attributes = raw ? publication.attributes : {}
    try {
      await this.#options.send({ queueArn: subscription.endpoint, body, attributes })
    } catch (error) {
      await this.#giveUp(publication, subscription, String(error))
    }
  }

  async #toWebhook(id: string, { subscriptionArn, publication }: Pending): Promise<void> {
    const subscription = this.#options.subscriptions.all().find(({ arn }) => arn === subscriptionArn)
    if (subscription) {
      const raw = subscription.attributes.RawMessageDelivery === 'true'
      const body = raw ? textFor(publication, subscription) : this.#wrap(publication, subscription)
      const { messageId } = publication
      const reason = await this.#tryWebhook(subscription, { type: 'Notification', messageId, body, raw })
      if (this.#stop.signal.aborted) return
      if (reason) await this.#giveUp(publication, subscription, reason)
    }
    this.#pending.delete(id)
  }

  /** The reason why it was given up, or nothing when it arrived (or the cloud is closing). */
  async #tryWebhook(subscription: Subscription, message: WebhookPost): Promise<string | undefined> {
    const delays = retriesOf(subscription.attributes.DeliveryPolicy)
    for (let attempt = 0; ; attempt++) {
      this.active++
      const outcome = await post(subscription, message).finally(() => this.active--)
      if (outcome.ok || this.#stop.signal.aborted) return undefined
      if (outcome.permanent || attempt === delays.length) return outcome.reason
      const pause = (delays[attempt]! / USUAL_DELAY) * this.#options.webhookRetryMs
      await sleep(pause, undefined, { signal: this.#stop.signal, ref: false }).catch(() => {})
    }
  }

  async #giveUp(publication: Publication, subscription: Subscription, reason: string): Promise<void> {
    const { RedrivePolicy } = subscription.attributes
    this.#options.log(`SNS gave up on ${subscription.arn}: ${reason}`)
    if (!RedrivePolicy) {
      this.lost++
      return
    }
    try {
      const queueArn = deadLettersOf(RedrivePolicy)
      const attributes = { ErrorMessage: { type: 'String', value: reason } }
      await this.#options.send({ queueArn, body: this.#wrap(publication, subscription), attributes })
    } catch {
      this.lost++
    }
  }

  #wrap(publication: Publication, subscription: Subscription): string {
    return notification(publication, subscription, this.#options.endpoint)
  }
}
