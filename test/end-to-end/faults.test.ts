import { readFileSync } from 'node:fs'
import type { SQSEvent, SQSRecord } from 'aws-lambda'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ARTICLES, loadFixtures, loadStory } from '../../fixtures/load.ts'
import { createHandler as createAlertHandler } from '../../lambdas/alert/handler.ts'
import type { Submitted } from '../../lambdas/core/claims/claims-queue.ts'
import { unmeasured } from '../../lambdas/core/metrics.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { DynamoNotes } from '../../lambdas/core/store/dynamo-notes.ts'
import { Table } from '../../lambdas/core/store/table.ts'
import { createHandler as createIngestHandler } from '../../lambdas/ingest/handler.ts'
import { anSqsEvent, anSqsRecord } from '../support/records.ts'
import { startTable, type TestTable } from '../support/table.ts'
import { watching } from '../support/topics.ts'
import { unlimited } from '../support/unlimited.ts'

vi.mock('../../lambdas/core/extract/extract.ts', async original => {
  const actual = await original<typeof import('../../lambdas/core/extract/extract.ts')>()
  const { remembering } = await import('../simulation/remembering.ts')
  return { ...actual, read: remembering(actual.read) }
})

const RUNS = 3
const files = new Map(loadFixtures().map(({ name, fileName }) => [name, fileName]))
const story = loadStory().order.map(({ article }) => files.get(article)!)

/** What becomes of a side effect: done, failed before it was done, or done and then reported as failed. */
type Fate = 'done' | 'before' | 'after'
const fate = fc.constantFrom<Fate>('done', 'done', 'done', 'before', 'after')

interface World {
  table: Table
  /** Every alert that was published, repeats included. */
  alerts: string[]
  submitted: Submitted[]
}

/** Runs the work as the fates say; when they have run out, everything is done. */
function fated(fates: Fate[]) {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const next = fates.shift() ?? 'done'
    if (next === 'before') throw new Error('failed before')
    const result = await work()
    if (next === 'after') throw new Error('failed after')
    return result
  }
}

class FatedTable extends Table {
  private readonly through: ReturnType<typeof fated>

  constructor(engine: TestTable, through: ReturnType<typeof fated>) {
    super(engine.client, 'test')
    this.through = through
  }
  override create = (...args: Parameters<Table['create']>) => this.through(() => super.create(...args))
  override put = (...args: Parameters<Table['put']>) => this.through(() => super.put(...args))
  override delete = (...args: Parameters<Table['delete']>) => this.through(() => super.delete(...args))
}

const silent = { info: () => {}, error: () => {} }

function handlers({ table, alerts, submitted }: World, through: ReturnType<typeof fated>) {
  const articles = new DynamoArticleStore(table)
  const uploads = {
    read: async ({ key }: { key: string }) => {
      const body = readFileSync(new URL(key.slice('articles/'.length), ARTICLES))
      return { body, size: body.length, contentType: undefined, metadata: {}, uploadedAt: '2023-10-10T00:00:00.000Z' }
    },
  }
  const claims = {
    submit: (messages: readonly Submitted[]) =>
      through(async () => {
        submitted.push(...messages)
      }),
  }
  const publisher = {
    publish: ({ id }: { id: string }) =>
      through(async () => {
        alerts.push(id)
      }),
  }
  return {
    ingest: createIngestHandler({
      articles,
      uploads,
      claims,
      timeLimit: unlimited,
      topics: watching(),
      log: silent,
      metrics: unmeasured,
    }),
    alert: createAlertHandler({
      articles,
      ledger: new DynamoLedger(table),
      notes: new DynamoNotes(table),
      publisher,
      topics: watching(),
      log: silent,
      metrics: unmeasured,
    }),
  }
}

/** Delivers a record as SQS does: again and again until the handler takes it. */
async function deliver(handler: (event: SQSEvent) => Promise<{ batchItemFailures: unknown[] }>, record: SQSRecord) {
  for (let tries = 0; tries < 500; tries++) {
    if ((await handler(anSqsEvent(record))).batchItemFailures.length === 0) return
  }
  throw new Error('the handler never took the message')
}

const upload = (fileName: string) =>
  anSqsRecord({ Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key: `articles/${fileName}` } } }] })

interface Schedule {
  uploads: string[]
  fates: Fate[]
  /** After which of its messages the claims queue hands out an earlier one again. */
  repeats: number[]
}

/** Runs the story: uploads in any order and number, then the claims queue in the order of the articles' own story. */
async function play(engine: TestTable, { uploads, fates, repeats }: Schedule) {
  const through = fated([...fates])
  const world: World = { table: new FatedTable(engine, through), alerts: [], submitted: [] }
  const { ingest, alert } = handlers(world, through)
  for (const fileName of uploads) await deliver(ingest, upload(fileName))
  const queue = inStoryOrder(world.submitted, await timesOf(engine))
  for (const [i, message] of queue.entries()) {
    await deliver(alert, anSqsRecord(message))
    if (repeats.includes(i)) await deliver(alert, anSqsRecord(queue[i >> 1]))
  }
  return { alerts: [...new Set(world.alerts)].sort(), published: world.alerts.length, store: await contents(engine) }
}

async function timesOf(engine: TestTable): Promise<Map<string, string>> {
  const { items } = await new DynamoArticleStore(engine.table).list({ limit: 100 })
  return new Map(items.map(({ item }) => [item.id, item.at]))
}

/** One order for all runs: who is first with a claim depends on it, and on nothing else. */
function inStoryOrder(messages: readonly Submitted[], times: Map<string, string>): Submitted[] {
  const unique = new Map(
    messages.map(message => [`${message.topic} ${message.articleId} ${message.revision}`, message]),
  )
  const key = ({ articleId, revision, topic }: Submitted) => `${times.get(articleId)} ${articleId} ${revision} ${topic}`
  return [...unique.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Everything in the table, by key; bodies are compressed, and the same content is the same bytes. */
async function contents(engine: TestTable): Promise<Record<string, string>> {
  const { ScanCommand } = await import('@aws-sdk/lib-dynamodb')
  const found: Record<string, string> = {}
  let from: Record<string, unknown> | undefined
  do {
    const page = await engine.client.send(new ScanCommand({ TableName: 'test', ExclusiveStartKey: from }))
    for (const { pk, sk, ...rest } of page.Items ?? []) found[`${pk} ${sk}`] = JSON.stringify(rest)
    from = page.LastEvaluatedKey
  } while (from)
  return found
}

async function inFreshTable<T>(work: (engine: TestTable) => Promise<T>): Promise<T> {
  const engine = await startTable()
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

describe('the store and the alerts', () => {
  let calm: Awaited<ReturnType<typeof play>>
  beforeAll(async () => {
    calm = await inFreshTable(engine => play(engine, { uploads: story, fates: [], repeats: [] }))
  }, 60_000)
  afterAll(() => expect(calm.alerts.length).toBeGreaterThan(3))

  it('are the same whatever order and however often the uploads come, and wherever a try is cut off', async () => {
    const schedule = fc.record({
      uploads: fc
        .shuffledSubarray([...story, ...story], { minLength: story.length })
        .map(some => [...some, ...story.filter(name => !some.includes(name))]),
      fates: fc.array(fate, { minLength: 200, maxLength: 1_500 }),
      repeats: fc.array(fc.nat(40), { maxLength: 10 }),
    })
    await fc.assert(
      fc.asyncProperty(schedule, async given => {
        const { alerts, store } = await inFreshTable(engine => play(engine, given))
        expect(alerts).toEqual(calm.alerts)
        expect(store).toEqual(calm.store)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  }, 240_000)

  it('publish nothing twice where nothing fails, though every message of the claims queue comes again', async () => {
    const repeats = Array.from({ length: 100 }, (_, i) => i)
    const { alerts, published } = await inFreshTable(engine => play(engine, { uploads: story, fates: [], repeats }))
    expect(published).toBe(alerts.length)
    expect(alerts).toEqual(calm.alerts)
  }, 60_000)
})
