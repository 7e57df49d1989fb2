import { createHash } from 'node:crypto'
import type { Topic } from '../topics/topic.ts'
import { STANDING, TOPICS, topicHistory, topicSort } from './keys.ts'
import { pack, unpack } from './packing.ts'
import type { Table } from './table.ts'
import {
  MOST_OWN_TOPICS,
  type OwnTopic,
  type Standing,
  TooManyTopics,
  type TopicStore,
  TopicsBusy,
} from './topic-store.ts'

const TRIES = 10

interface Listed {
  generation: number
  topics: readonly Standing[]
}

/**
 * Each version and each removal is a row that is never changed; one row says which versions stand. That one is replaced only where
 * nobody else did meanwhile, so that the limit holds and no change is lost.
 */
export class DynamoTopicStore implements TopicStore {
  private readonly table: Table

  constructor(table: Table) {
    this.table = table
  }

  async standing(fresh: boolean): Promise<readonly Standing[]> {
    return (await this.listed(fresh)).topics
  }

  async read({ name, changedAt, version }: Standing): Promise<Topic | null> {
    const item = await this.table.getLasting({ pk: topicHistory(name), sk: topicSort(changedAt, version) })
    return item ? unpack<OwnTopic>(item.body as Uint8Array).topic : null
  }

  async latest(name: string): Promise<OwnTopic | null> {
    const [item] = await this.table.latest(topicHistory(name), 1)
    return item ? unpack<OwnTopic>(item.body as Uint8Array) : null
  }

  async add(topic: Topic, now: string): Promise<{ standing: Standing; was: 'absent' | 'other' | 'same' }> {
    const { name } = topic
    const version = createHash('sha256').update(JSON.stringify(topic)).digest('hex').slice(0, 16)
    for (let tries = 0; tries < TRIES; tries++) {
      const { generation, topics } = await this.listed(true)
      const known = topics.find(standing => standing.name === name)
      if (known?.version === version) return { standing: known, was: 'same' }
      if (!known && topics.length >= MOST_OWN_TOPICS) throw new TooManyTopics()
      const standing = { name, version, since: known?.since ?? now, changedAt: now }
      await this.keep({ ...standing, topic, removedAt: null }, topicSort(now, version))
      const others = topics.filter(other => other !== known)
      if (await this.replace(generation, [...others, standing])) return { standing, was: known ? 'other' : 'absent' }
    }
    throw new TopicsBusy()
  }

  async remove(name: string, now: string): Promise<Standing | null> {
    for (let tries = 0; tries < TRIES; tries++) {
      const { generation, topics } = await this.listed(true)
      const known = topics.find(standing => standing.name === name)
      if (!known) return null
      const topic = await this.read(known)
      if (topic) await this.keep({ ...known, topic, removedAt: now }, topicSort(now, 'removed'))
      if (
        await this.replace(
          generation,
          topics.filter(other => other !== known),
        )
      )
        return known
    }
    throw new TopicsBusy()
  }

  private async keep(row: OwnTopic, sk: string): Promise<void> {
    await this.table.create({ pk: topicHistory(row.name), sk, body: pack(row) })
  }

  private async listed(fresh: boolean): Promise<Listed> {
    const [item] = await this.table.all(TOPICS, fresh)
    if (!item) return { generation: 0, topics: [] }
    return { generation: item.generation as number, topics: unpack<Standing[]>(item.body as Uint8Array) }
  }

  private replace(generation: number, topics: readonly Standing[]): Promise<boolean> {
    const body = pack([...topics].sort((a, b) => (a.name < b.name ? -1 : 1)))
    return this.table.replace({ pk: TOPICS, sk: STANDING, generation: generation + 1, body }, generation)
  }
}
