import { SHIPPED_NAMES } from '../topics/shipped-names.ts'
import type { Standing, TopicStore } from './topic-store.ts'

/** How long a function goes on with what it knows of the topics: a batch asks once. The table may lag behind by as much again. */
export const TOPICS_FRESH_MS = 1_000

/** Which topics stand, without their phrases. */
export class CachedStanding {
  private readonly store: Pick<TopicStore, 'standing'>
  private readonly now: () => number
  private known: readonly Standing[] = []
  private readAt = Number.NEGATIVE_INFINITY

  constructor(store: Pick<TopicStore, 'standing'>, now: () => number = Date.now) {
    this.store = store
    this.now = now
  }

  /** The same array until it changes. */
  async all(fresh = false): Promise<readonly Standing[]> {
    const startedAt = this.now()
    if (!fresh && startedAt - this.readAt < TOPICS_FRESH_MS) return this.known
    const standing = await this.store.standing(fresh)
    if (JSON.stringify(standing) !== JSON.stringify(this.known)) this.known = standing
    this.readAt = startedAt
    return this.known
  }

  /** Since when a topic is watched, null for a shipped one; null in its place where none of that name is, at this moment. */
  async find(name: string): Promise<{ since: string | null } | null> {
    // Nobody can remove these, so there is nothing to ask.
    if (SHIPPED_NAMES.includes(name)) return { since: null }
    const isNamed = (standing: Standing) => standing.name === name
    // It may have been added a moment ago: its first claims must not be lost.
    return (await this.all()).find(isNamed) ?? (await this.all(true)).find(isNamed) ?? null
  }
}
