import { expect } from 'vitest'
import type { TopicStore } from '../../lambdas/core/store/topic-store.ts'
import { SHIPPED_TOPICS } from '../../lambdas/core/topics/shipped.ts'
import type { Topic } from '../../lambdas/core/topics/topic.ts'
import type { WatchedTopics } from '../../lambdas/core/topics/watched.ts'

/** These topics and no other, as if they had come with Claimwire. */
export const watching = (topics: readonly Topic[] = SHIPPED_TOPICS): WatchedTopics => ({
  all: async () => topics,
  list: async () => topics.map(topic => ({ topic, since: null })),
  find: async name => {
    const topic = topics.find(one => one.name === name)
    return topic ? { topic, since: null } : null
  },
})

export const aTopic = (given: Partial<Topic> = {}): Topic => ({
  name: 'dam',
  title: 'The dam',
  match: ['dam'],
  needs: [],
  excludes: [],
  examples: { matches: ['The dam broke.'], ignores: ['It rained.'] },
  ...given,
})

export const noOwnTopics: Pick<TopicStore, 'latest' | 'add' | 'remove'> = {
  latest: async () => null,
  add: async () => expect.fail('no topic is added'),
  remove: async () => null,
}
