import { join } from 'node:path'
import { Delivery, type QueueMessage } from './delivery.ts'
import { Mailbox } from './mailbox.ts'
import { Sns } from './sns.ts'
import { Subscriptions } from './subscriptions.ts'

export interface SnsOptions {
  dataDir: string | null
  /** Where links in messages lead. */
  endpoint: string
  send(message: QueueMessage): Promise<void>
  webhookRetryMs: number
  log(line: string): void
}

export function startSns(options: SnsOptions): { sns: Sns; subscriptions: Subscriptions; delivery: Delivery } {
  const file = (name: string) => options.dataDir && join(options.dataDir, name)
  const subscriptions = new Subscriptions(file('subscriptions.jsonl'))
  const mailbox = new Mailbox(file('mail'))
  const delivery = new Delivery({ ...options, subscriptions, mailbox, path: file('webhooks.jsonl') })
  return { sns: new Sns(subscriptions, delivery, options.log), subscriptions, delivery }
}
