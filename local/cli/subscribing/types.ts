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
