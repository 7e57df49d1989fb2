import type { Notes } from '../../lambdas/core/subscriptions/notes.ts'
import { AddressRefused, type Subscriptions } from '../../lambdas/core/subscriptions/subscriptions.ts'

const none: Subscriptions = {
  subscribe: async () => {
    throw new AddressRefused('nobody can subscribe here')
  },
  get: async () => null,
  confirmed: async () => ({ ids: [], complete: true }),
  setFilter: async () => {},
  unsubscribe: async () => {},
}

/** For an app whose test is about something else: there are none, and none can be made. */
export const noSubscriptions = {
  subscriptions: async () => none,
  notes: {
    put: async () => {},
    get: async () => null,
    all: async () => [],
    delete: async () => {},
  } satisfies Notes,
}
