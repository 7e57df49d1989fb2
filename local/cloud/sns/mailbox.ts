import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { notification, textFor, unsubscribeUrl } from './envelope.ts'
import type { Publication } from './publication.ts'
import type { Subscription } from './subscriptions.ts'

/** What e-mail and SMS subscribers got: a file per address, `mail/ADDRESS.txt`, or in memory when nothing is kept. */
export class Mailbox {
  readonly #directory: string | null
  readonly #inMemory = new Map<string, string>()

  constructor(directory: string | null) {
    this.#directory = directory
  }

  deliver(publication: Publication, subscription: Subscription, endpoint: string): void {
    this.#append(subscription.endpoint, letter(publication, subscription, endpoint))
  }

  read(address: string): string {
    if (!this.#directory) return this.#inMemory.get(address) ?? ''
    try {
      return readFileSync(join(this.#directory, fileName(address)), 'utf8')
    } catch {
      return ''
    }
  }

  #append(address: string, text: string): void {
    if (!this.#directory) {
      this.#inMemory.set(address, this.read(address) + text)
      return
    }
    mkdirSync(this.#directory, { recursive: true })
    appendFileSync(join(this.#directory, fileName(address)), text)
  }
}

function letter(publication: Publication, subscription: Subscription, endpoint: string): string {
  const body =
    subscription.protocol === 'email-json'
      ? notification(publication, subscription, endpoint)
      : textFor(publication, subscription)
  const head = [
    `Date: ${publication.timestamp}`,
    `To: ${subscription.endpoint}`,
    `Subject: ${publication.subject ?? 'AWS Notification Message'}`,
  ]
  return `${head.join('\n')}\n\n${body}\n\n-- \nTo stop these messages: ${unsubscribeUrl(subscription, endpoint)}\n\n${'='.repeat(72)}\n\n`
}

/** An address can't name a file elsewhere. */
function fileName(address: string): string {
  return `${address.replace(/[^\w@.+-]/g, '_')}.txt`
}
