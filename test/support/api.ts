import { expect } from 'vitest'
import type { Deps } from '../../lambdas/api/deps.ts'
import { MemoryLedger } from '../../local/cli/replay/memory-ledger.ts'
import { noSubscriptions } from './subscriptions.ts'
import { noOwnTopics, watching } from './topics.ts'

const unasked = (what: string) => async () => expect.fail(`${what} was not to be asked for`)
const none = async () => ({ items: [], more: false })

/** What the API needs, for a test that says only what it is about: nothing is stored, and nothing else is asked for. */
export const apiDeps = (given: Partial<Deps> = {}): Deps => ({
  articles: {
    get: async () => null,
    revisions: async () => [],
    list: none,
    rejected: async () => null,
    listRejected: none,
  },
  ledger: new MemoryLedger(),
  ...noSubscriptions,
  topics: watching(),
  ownTopics: noOwnTopics,
  topicChecker: unasked('a check of a topic'),
  uploads: unasked('an upload'),
  presigner: unasked('a place to upload to'),
  log: { info: () => {}, error: message => expect.fail(message) },
  ...given,
})
