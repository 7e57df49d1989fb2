import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startCountingTable } from '../../../bench/counting-table.ts'
import { TOPICS_FRESH_MS } from '../../../lambdas/core/store/cached-standing.ts'
import { CachedTopics } from '../../../lambdas/core/store/cached-topics.ts'
import { DynamoTopicStore } from '../../../lambdas/core/store/dynamo-topic-store.ts'
import { topicHistory } from '../../../lambdas/core/store/keys.ts'
import { MOST_OWN_TOPICS, TooManyTopics } from '../../../lambdas/core/store/topic-store.ts'
import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'
import { aTopic } from '../../support/topics.ts'

type Engine = Awaited<ReturnType<typeof startCountingTable>>
let engine: Engine
let store: DynamoTopicStore
let minute = 0
const now = () => new Date(Date.UTC(2026, 2, 10) + minute++ * 60_000).toISOString()
const names = async () => (await store.standing(true)).map(({ name }) => name)

beforeAll(async () => {
  engine = await startCountingTable()
  store = new DynamoTopicStore(engine.table)
})
beforeEach(async () => {
  for (const name of await names()) await store.remove(name, now())
})
afterAll(() => engine.close())

describe('own topics in the table', () => {
  it('stand once added, with the time since when', async () => {
    const at = now()
    const { standing, was } = await store.add(aTopic(), at)
    expect({ was, since: standing.since }).toEqual({ was: 'absent', since: at })
    expect(await store.standing(true)).toEqual([standing])
    expect(await store.read(standing)).toEqual(aTopic())
  })

  it('keep the time of their adding when they change, and are not touched by the same definition again', async () => {
    const { standing: first } = await store.add(aTopic(), now())
    const { standing: second, was } = await store.add(aTopic({ title: 'Dams' }), now())
    expect({ was, since: second.since }).toEqual({ was: 'other', since: first.since })
    expect(second.version).not.toBe(first.version)
    expect(await store.add(aTopic({ title: 'Dams' }), now())).toEqual({ standing: second, was: 'same' })
    expect(await store.read(first)).toEqual(aTopic())
  })

  it('leave their whole history when they are removed, and begin anew when they come back', async () => {
    const name = 'history'
    await store.add(aTopic({ name }), now())
    await store.add(aTopic({ name, title: 'Dams' }), now())
    const removedAt = now()
    expect(await store.remove(name, removedAt)).toMatchObject({ name })
    expect(await names()).toEqual([])
    expect(await store.latest(name)).toMatchObject({ topic: { title: 'Dams' }, removedAt })
    const back = now()
    expect((await store.add(aTopic({ name }), back)).standing.since).toBe(back)
    expect(await engine.table.all(topicHistory(name), true)).toHaveLength(4)
  })

  it('are as they stood, where a change was cut off before it stood', async () => {
    const name = 'cut-off'
    await store.add(aTopic({ name }), now())
    const replace = () => Promise.reject(new Error('cut off'))
    const broken = new DynamoTopicStore(Object.assign(Object.create(engine.table), { replace }))
    await expect(broken.add(aTopic({ name, title: 'Cut off' }), now())).rejects.toThrow('cut off')
    const [standing] = await store.standing(true)
    expect(await store.read(standing!)).toMatchObject({ title: 'The dam' })
    await store.remove(name, now())
    expect(await store.latest(name)).toMatchObject({ topic: { title: 'The dam' }, removedAt: expect.any(String) })
  })

  it('are not removed twice', async () => {
    expect(await store.remove('nowhere', now())).toBeNull()
  })

  it(`may be ${MOST_OWN_TOPICS} at a time and not one more, though those that stand may change`, async () => {
    for (let i = 0; i < MOST_OWN_TOPICS; i++) await store.add(aTopic({ name: `own-${i}` }), now())
    await expect(store.add(aTopic({ name: 'one-more' }), now())).rejects.toThrow(TooManyTopics)
    expect((await store.add(aTopic({ name: 'own-3', title: 'Changed' }), now())).was).toBe('other')
    await store.remove('own-7', now())
    expect((await store.add(aTopic({ name: 'one-more' }), now())).was).toBe('absent')
    expect(await names()).toHaveLength(MOST_OWN_TOPICS)
  })

  it('are all kept when they come at once', async () => {
    const all = ['a', 'b', 'c', 'd', 'e']
    await Promise.all(all.map(name => store.add(aTopic({ name }), now())))
    expect(await names()).toEqual(all)
  })
})

describe('the topics that a function watches', () => {
  let clock = 0
  let errors: string[] = []
  const log = { info: () => {}, error: (message: string) => errors.push(message) }
  const cached = () => new CachedTopics(store, log, () => clock)
  beforeEach(() => {
    errors = []
  })

  it('are the shipped ones and those added, a second later at most', async () => {
    const topics = cached()
    expect(await topics.all()).toEqual(SHIPPED_TOPICS)
    await store.add(aTopic(), now())
    expect(await topics.all()).toEqual(SHIPPED_TOPICS)
    clock += TOPICS_FRESH_MS
    expect(await topics.all()).toEqual([...SHIPPED_TOPICS, aTopic()])
    await store.remove('dam', now())
    clock += TOPICS_FRESH_MS
    expect(await topics.all()).toEqual(SHIPPED_TOPICS)
  })

  it('are found at once where one is asked for by name', async () => {
    const topics = cached()
    expect(await topics.find('dam')).toBeNull()
    const { standing } = await store.add(aTopic(), now())
    expect(await topics.find('dam')).toEqual({ topic: aTopic(), since: standing.since })
    expect(await topics.find('talks')).toMatchObject({ since: null })
  })

  it('are the same array until something changes, so that they are compiled once', async () => {
    await store.add(aTopic(), now())
    const topics = cached()
    const before = await topics.all()
    clock += TOPICS_FRESH_MS
    expect(await topics.all()).toBe(before)
  })

  it('cost half a read unit a second at most, however many and long they are', async () => {
    const long = Array.from({ length: 40 }, (_, i) => `dam ${i} ${'x'.repeat(200)}`)
    for (let i = 0; i < MOST_OWN_TOPICS; i++) await store.add(aTopic({ name: `own-${i}`, match: long }), now())
    const topics = cached()
    await topics.all()
    engine.reset()
    clock += TOPICS_FRESH_MS
    for (let article = 0; article < 50; article++) await topics.all()
    expect(engine.units()).toEqual({ reads: 0.5, writes: 0 })
    clock += TOPICS_FRESH_MS
    await topics.find('talks')
    expect(engine.units().reads).toBe(0.5)
    await topics.find('own-3')
    expect(engine.units().reads).toBe(1)
  })

  it('are those that can be read: one that is refused by now stops none of the others', async () => {
    await store.add(aTopic({ name: 'bad', match: ['(('] }), now())
    await store.add(aTopic(), now())
    expect(await cached().all()).toEqual([...SHIPPED_TOPICS, aTopic()])
    expect(errors).toEqual(['topic unreadable'])
  })
})
