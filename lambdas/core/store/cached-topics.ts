import type { Log } from '../log.ts'
import { SHIPPED_TOPICS } from '../topics/shipped.ts'
import { Topic } from '../topics/topic.ts'
import type { Watched, WatchedTopics } from '../topics/watched.ts'
import { CachedStanding } from './cached-standing.ts'
import type { Standing, TopicStore } from './topic-store.ts'

const SHIPPED: readonly Watched[] = SHIPPED_TOPICS.map(topic => ({ topic, since: null }))

/** The shipped topics and those that stand in the store. A version never changes, so it is read once. */
export class CachedTopics implements WatchedTopics {
  private readonly standing: CachedStanding
  private readonly store: Pick<TopicStore, 'read'>
  private readonly log: Log
  private loaded: readonly Standing[] = []
  private watched = SHIPPED
  private topics: readonly Topic[] = SHIPPED_TOPICS
  private versions = new Map<string, Topic>()

  constructor(store: Pick<TopicStore, 'standing' | 'read'>, log: Log, now: () => number = Date.now) {
    this.standing = new CachedStanding(store, now)
    this.store = store
    this.log = log
  }

  async all(): Promise<readonly Topic[]> {
    await this.load(await this.standing.all())
    return this.topics
  }

  async list(): Promise<readonly Watched[]> {
    await this.load(await this.standing.all(true))
    return this.watched
  }

  async find(name: string): Promise<Watched | null> {
    const found = await this.standing.find(name)
    if (!found) return null
    if (found.since !== null) await this.load(await this.standing.all())
    return this.watched.find(({ topic }) => topic.name === name) ?? null
  }

  private async load(standing: readonly Standing[]): Promise<void> {
    if (standing === this.loaded) return
    const own = await Promise.all(standing.map(async one => ({ one, topic: await this.version(one) })))
    const watched = own.flatMap(({ one: { since }, topic }) => (topic ? [{ topic, since }] : []))
    this.versions = new Map(own.flatMap(({ one, topic }) => (topic ? [[keyOf(one), topic] as const] : [])))
    this.watched = [...SHIPPED, ...watched]
    this.topics = this.watched.map(({ topic }) => topic)
    this.loaded = standing
  }

  private async version(standing: Standing): Promise<Topic | null> {
    const known = this.versions.get(keyOf(standing))
    if (known) return known
    // What an earlier Claimwire took may be against a rule of this one.
    const parsed = Topic.safeParse(await this.store.read(standing))
    if (parsed.success) return parsed.data
    this.log.error('topic unreadable', { topic: standing.name, version: standing.version })
    return null
  }
}

const keyOf = ({ name, changedAt, version }: Standing): string => `${name} ${changedAt} ${version}`
