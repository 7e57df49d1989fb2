import type { Log } from '../log.ts'
import { SHIPPED_TOPICS } from '../topics/shipped.ts'
import type { Topic } from '../topics/topic.ts'
import type { Watched, WatchedTopics } from '../topics/watched.ts'
import type { Standing, TopicStore } from './topic-store.ts'

/** How long a function goes on with what it knows of the topics: a batch asks once. The table may lag behind by as much again. */
export const TOPICS_FRESH_MS = 1_000

const SHIPPED: readonly Watched[] = SHIPPED_TOPICS.map(topic => ({ topic, since: null }))

/** The shipped topics and those that stand in the store. A version never changes, so it is read once. */
export class CachedTopics implements WatchedTopics {
  private readonly store: Pick<TopicStore, 'standing' | 'read'>
  private readonly log: Log
  private readonly now: () => number
  private watched = SHIPPED
  private topics: readonly Topic[] = SHIPPED_TOPICS
  private versions = new Map<string, Topic>()
  private listing = '[]'
  private readAt = Number.NEGATIVE_INFINITY

  constructor(store: Pick<TopicStore, 'standing' | 'read'>, log: Log, now: () => number = Date.now) {
    this.store = store
    this.log = log
    this.now = now
  }

  async all(): Promise<readonly Topic[]> {
    await this.refresh()
    return this.topics
  }

  async list(): Promise<readonly Watched[]> {
    await this.update(true)
    return this.watched
  }

  async find(name: string): Promise<Watched | null> {
    // Nobody can remove these, so there is nothing to ask.
    const shipped = named(SHIPPED, name)
    if (shipped) return shipped
    await this.refresh()
    const known = named(this.watched, name)
    if (known) return known
    // It may have been added a moment ago: its first claims must not be lost.
    await this.update(true)
    return named(this.watched, name)
  }

  private async refresh(): Promise<void> {
    if (this.now() - this.readAt >= TOPICS_FRESH_MS) await this.update(false)
  }

  private async update(fresh: boolean): Promise<void> {
    const startedAt = this.now()
    const standing = await this.store.standing(fresh)
    const listing = JSON.stringify(standing)
    if (listing !== this.listing) await this.load(standing, listing)
    this.readAt = startedAt
  }

  private async load(standing: readonly Standing[], listing: string): Promise<void> {
    const own = await Promise.all(standing.map(async one => ({ one, topic: await this.version(one) })))
    const watched = own.flatMap(({ one: { since }, topic }) => (topic ? [{ topic, since }] : []))
    this.versions = new Map(own.flatMap(({ one, topic }) => (topic ? [[keyOf(one), topic] as const] : [])))
    this.watched = [...SHIPPED, ...watched]
    this.topics = this.watched.map(({ topic }) => topic)
    this.listing = listing
  }

  private async version(standing: Standing): Promise<Topic | null> {
    const known = this.versions.get(keyOf(standing))
    if (known) return known
    const topic = await this.store.read(standing)
    if (!topic) this.log.error('topic unreadable', { topic: standing.name, version: standing.version })
    return topic
  }
}

const named = (watched: readonly Watched[], name: string): Watched | null =>
  watched.find(({ topic }) => topic.name === name) ?? null
const keyOf = ({ name, changedAt, version }: Standing): string => `${name} ${changedAt} ${version}`
