import type { Managed } from '../core/subscriptions/manage.ts'
import {
  AddressRefused,
  AlreadySubscribed,
  NotChangeable,
  TooManyFilters,
} from '../core/subscriptions/subscriptions.ts'
import { badRequest, Problem } from './problem.ts'

export const SLOW_FILTER = 'A new or changed filter applies to all alerts after up to 15 minutes.'
const WAITS: Record<string, string> = {
  email: 'SNS has sent an e-mail to that address; alerts begin when the link in it is followed, within two days.',
  sqs: 'The queue is of another account, which has to confirm, within two days, with the token that was sent to the queue.',
}
const WEBHOOK_WAITS =
  'SNS has posted a SubscriptionConfirmation to that address; alerts begin when its SubscribeURL is visited, within two days.'

/** What else has to be done, or to be known. */
export function hints({ protocol, status }: Managed): string[] {
  if (status === 'pending') return [WAITS[protocol] ?? WEBHOOK_WAITS]
  if (protocol !== 'sqs') return []
  return ['The queue’s policy must let sns.amazonaws.com send messages from the topic of the alerts.']
}

/** @throws {Problem} what SNS refuses, in words that say what to do. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AlreadySubscribed) {
      const change = error.id
        ? `PUT /v1/subscriptions/${error.id} changes it.`
        : 'It was made elsewhere and still waits for its confirmation.'
      throw conflict('already-subscribed', 'That address has a subscription with another filter', change)
    }
    if (error instanceof TooManyFilters) {
      const detail =
        'SNS takes 200 filter policies per topic. Delete a subscription, make this one without a filter, or have the quota raised.'
      throw conflict('too-many-filters', 'There are as many filtered subscriptions as SNS takes', detail)
    }
    if (error instanceof NotChangeable) {
      throw conflict('not-changeable', 'The subscription can’t be changed now', 'Try again when it is confirmed.')
    }
    if (error instanceof AddressRefused) throw badRequest(`address: SNS refuses it: ${error.message}`, 'address')
    throw error
  }
}

const PENDING =
  'Until it is confirmed it gets nothing. SNS can’t delete it before; unconfirmed, it ends by itself after two days.'
export const stillPending = (): Problem =>
  conflict('pending', 'The subscription still waits for its confirmation', PENDING)

const conflict = (code: string, title: string, detail: string): Problem => new Problem(409, code, title, detail)
