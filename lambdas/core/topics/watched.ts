import type { Topic } from './topic.ts'

/** A topic that claims are judged under. */
export interface Watched {
  topic: Topic
  /** ISO 8601 UTC: when somebody added it; null where it came with Claimwire. */
  since: string | null
}

/** What is watched now. Every method may throw; what it throws is worth a retry. */
export interface WatchedTopics {
  /** Of two seconds ago at most; the same array until it changes. */
  all(): Promise<readonly Topic[]>
  /** All of them at this moment. */
  list(): Promise<readonly Watched[]>
  /** Null where none of that name is watched at this moment. */
  find(name: string): Promise<Watched | null>
}
