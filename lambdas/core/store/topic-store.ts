import type { Topic } from '../topics/topic.ts'

/** How many topics of their own people may have at a time: each is tried on each word of each article. */
export const MOST_OWN_TOPICS = 20

/** That a topic of somebody's own is watched, and which version of it. */
export interface Standing {
  name: string
  /** Hash of the definition. */
  version: string
  /** ISO 8601 UTC: when it was added. A change keeps it, a removal ends it. */
  since: string
  /** When this version came. */
  changedAt: string
}

/** A topic as it stands, or as it stood until it was removed. */
export interface OwnTopic extends Standing {
  topic: Topic
  removedAt: string | null
}

/** The topics that people add at run time. Every method may throw; but for `TooManyTopics`, what it throws is worth a retry. */
export interface TopicStore {
  /** All that are watched, by name; with `fresh`, as of this moment. */
  standing(fresh: boolean): Promise<readonly Standing[]>
  /** That version, as it was when it was taken. */
  read(standing: Standing): Promise<Topic | null>
  /** The last of that name, watched or removed. */
  latest(name: string): Promise<OwnTopic | null>
  /** Adds a topic or, where one of its name stands, changes it; the same definition again is nothing. @throws {TooManyTopics} */
  add(topic: Topic, now: string): Promise<{ standing: Standing; was: 'absent' | 'other' | 'same' }>
  /** Ends the watch; what was judged stays. Null where none of that name stands. */
  remove(name: string, now: string): Promise<Standing | null>
}

/** As many topics stand as may: one must be removed first. */
export class TooManyTopics extends Error {
  override name = 'TooManyTopics'
}
/** Others changed the topics at the same moment, again and again. */
export class TopicsBusy extends Error {
  override name = 'TopicsBusy'
}
