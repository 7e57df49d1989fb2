import type { Filter } from './filter-flags.ts'

/** What `/v1/subscriptions` answers. */
export interface SubscriptionItem {
  id: string
  protocol: string
  address: string
  status: 'pending' | 'confirmed'
  filter: Filter | null
  note: string | null
  createdAt: string | null
}
export type Hinted = SubscriptionItem & { hints: string[] }

/** What `/v1/subscriptions/estimate` answers. */
export interface Estimate {
  alerts: number
  isLowerBound: boolean
  from: string
  until: string
  days: number
  latest: { id: string; topic: string; title: string | null; at: string }[]
}
