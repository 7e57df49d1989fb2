import type { Notes } from '../../lambdas/core/subscriptions/notes.ts'
import type { Subscriptions } from '../../lambdas/core/subscriptions/subscriptions.ts'

/** For an app whose test is about something else. */
export const noSubscriptions = {
  subscriptions: async (): Promise<Subscriptions> => {
    throw new Error('this test has no subscriptions')
  },
  notes: {
    put: async () => {},
    get: async () => null,
    all: async () => [],
    delete: async () => {},
  } satisfies Notes,
}
