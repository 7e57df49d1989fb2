import { MOST_OWN_TOPICS, TooManyTopics, type TopicStore, TopicsBusy } from '../core/store/topic-store.ts'
import type { Topic } from '../core/topics/topic.ts'
import { Problem } from './problem.ts'

const now = () => new Date().toISOString()

/** @throws {Problem} where as many topics stand as may, or others change them at the same moment. */
export const adding = (topics: Pick<TopicStore, 'add'>, topic: Topic) => told(topics.add(topic, now()))
export const removing = (topics: Pick<TopicStore, 'remove'>, name: string) => told(topics.remove(name, now()))

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof TooManyTopics) {
      const detail = `There are ${MOST_OWN_TOPICS} topics of your own already, and no more can be watched: remove one first.`
      throw new Problem(409, 'too-many-topics', 'There are too many topics', detail)
    }
    if (error instanceof TopicsBusy) {
      throw new Problem(503, 'busy', 'Others change the topics', 'Try again in a moment.', {
        headers: { 'retry-after': '1' },
      })
    }
    throw error
  }
}
