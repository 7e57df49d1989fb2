import type { Protocol } from './address.ts'
import type { Filter } from './filter.ts'

export interface Subscription {
  /** The last part of its ARN: letters, digits, `-` and `_`. */
  id: string
  protocol: Protocol | string
  /** Personal: shown to those who may manage subscriptions, and never logged. */
  address: string
  /** Until it is confirmed, nothing is sent to it. */
  status: 'pending' | 'confirmed'
  /** Null where it was made elsewhere with a filter that can't be said here. */
  filter: Filter | null
}

export interface Wanted {
  protocol: Protocol
  address: string
  filter: Filter
}

/** Who gets alerts. What it throws that is not declared below is worth a retry. */
export interface Subscriptions {
  /**
   * The same address with the same filter is the same subscription.
   * @throws {AlreadySubscribed} @throws {TooManyFilters} @throws {AddressRefused}
   */
  subscribe(wanted: Wanted): Promise<Subscription>
  get(id: string): Promise<Subscription | null>
  /** The ids of the confirmed ones, in no order, as many as are listed in a reasonable time. */
  confirmed(): Promise<{ ids: string[]; complete: boolean }>
  /** @throws {TooManyFilters} @throws {NotChangeable} */
  setFilter(id: string, filter: Filter): Promise<void>
  /** One that is not there is no error. */
  unsubscribe(id: string): Promise<void>
}

/** The address has a subscription already, with another filter. */
export class AlreadySubscribed extends Error {
  /** Null where that one still waits for its confirmation and was not made here. */
  readonly id: string | null

  constructor(id: string | null, options?: ErrorOptions) {
    super('the address is subscribed already, with another filter', options)
    this.name = 'AlreadySubscribed'
    this.id = id
  }
}

/** The topic, or the account, has as many filter policies or subscriptions as its quota allows. */
export class TooManyFilters extends Error {
  constructor(options?: ErrorOptions) {
    super('the quota of filter policies or subscriptions is used up', options)
    this.name = 'TooManyFilters'
  }
}

export class AddressRefused extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'AddressRefused'
  }
}

/** SNS doesn't take a filter for it; one that waits for its confirmation may be such. */
export class NotChangeable extends Error {
  constructor(options?: ErrorOptions) {
    super('the subscription takes no filter now', options)
    this.name = 'NotChangeable'
  }
}
