import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Article } from '../lambdas/core/article/article.ts'
import { revisionOf } from '../lambdas/core/article/identity.ts'
import type { StoredArticle } from '../lambdas/core/article/stored-article.ts'
import { read } from '../lambdas/core/extract/extract.ts'
import { fingerprint } from '../lambdas/core/ledger/fingerprint.ts'
import { DynamoTopicStore } from '../lambdas/core/store/dynamo-topic-store.ts'
import { Table } from '../lambdas/core/store/table.ts'
import { SHIPPED_TOPICS } from '../lambdas/core/topics/shipped.ts'
import type { Topic } from '../lambdas/core/topics/topic.ts'
import { TableEngine } from '../test/simulation/world/table-engine.ts'
import { type CountingTable, startCountingTable, type Units } from './counting-table.ts'
import { fill } from './filling.ts'
import { type Asked, pipelineOver } from './pipeline.ts'

/** Until the code is compiled. */
const WARM_UPS = 50

/** Of somebody's own, so that there is one to read; nothing here is about it. */
const OWN_TOPIC: Topic = {
  name: 'own',
  title: 'Own',
  match: ['quasar'],
  needs: [],
  excludes: [],
  examples: { matches: ['A quasar shone.'], ignores: ['It rained.'] },
}

type Function = 'ingest' | 'alert'

/** What a share of an article costs, before it is priced. Everything is per article but what is said to be of another. */
export interface Measured extends Asked {
  articles: number
  /** On average. */
  characters: number
  /** The share of the articles that have a claim under a topic. */
  topical: number
  claims: number
  units: Record<Function | 'sweep', Units>
  /** Read units of finding what to compare with. */
  judging: number
  /** Bytes and lines written. */
  logged: Record<Function, { bytes: number; lines: number }>
  /** Processor time in ms, without what the SDK and the network take. */
  cpu: Record<Function, number>
}

/** Runs the handlers on the articles, in order, with so many claims in the ledger; as if these topics were watched. */
export async function measure(
  articles: readonly Article[],
  size: number,
  topics: readonly Topic[] = SHIPPED_TOPICS,
): Promise<Measured> {
  const counting = await startCountingTable()
  try {
    const stored = articles.map(article => storedOf(article, topics))
    await fill(counting, stored, size)
    await new DynamoTopicStore(counting.table).add(OWN_TOPIC, '2023-09-01T00:00:00.000Z')
    const count = articles.length
    const watched = stored.map(({ extraction }) => extraction.claims.flatMap(({ topics }) => topics).length)
    return {
      articles: count,
      characters: articles.reduce((sum, { text }) => sum + text.length, 0) / count,
      topical: watched.filter(n => n > 0).length / count,
      claims: watched.reduce((sum, n) => sum + n, 0) / count,
      ...(await play(articles, counting, topics)),
      cpu: await processorTime(articles, topics),
    }
  } finally {
    await counting.close()
  }
}

/** As ingest stores it. */
export const storedOf = (article: Article, topics: readonly Topic[]): StoredArticle => ({
  ...read(article, topics),
  revision: revisionOf(article.text),
  at: article.publishedAt ?? '2023-10-01T00:00:00.000Z',
  uploadedAt: '2023-10-01T00:00:00.000Z',
  fingerprint: fingerprint(article.text),
})

async function play(articles: readonly Article[], { table, units, reset }: CountingTable, topics: readonly Topic[]) {
  const pipeline = pipelineOver(table, topics)
  const total = { ingest: none(), alert: none(), sweep: none() }
  const logged = { ingest: { bytes: 0, lines: 0 }, alert: { bytes: 0, lines: 0 } }
  let judging = 0
  for (const article of articles) {
    for (const [name, work] of [
      ['ingest', () => pipeline.ingest(article)],
      ['alert', () => pipeline.judge()],
      ['sweep', () => pipeline.sweep(article)],
    ] as const) {
      reset()
      const lines = await linesOf(work)
      add(total[name], units())
      if (name === 'alert') judging += units('KEY').reads + units('RULINGS').reads + units('SENT').reads
      if (name === 'sweep') continue
      logged[name].lines += lines.length
      logged[name].bytes += lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0)
    }
  }
  const share = (all: number) => all / articles.length
  const each = <T extends object>(of: T): T =>
    Object.fromEntries(Object.entries(of).map(([key, n]) => [key, typeof n === 'number' ? share(n) : each(n)])) as T
  return { ...each(pipeline.asked), units: each(total), logged: each(logged), judging: share(judging) }
}

const none = (): Units => ({ writes: 0, reads: 0 })

function add(to: Units, { writes, reads }: Units): void {
  to.writes += writes
  to.reads += reads
}

/** What the functions write while they work, in place of letting it out. */
async function linesOf(work: () => Promise<void>): Promise<string[]> {
  const { write } = process.stdout
  const written: string[] = []
  process.stdout.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0
  try {
    await work()
  } finally {
    process.stdout.write = write
  }
  return written.join('').split('\n').filter(Boolean)
}

/** Of the handlers over a table in memory. */
async function processorTime(articles: readonly Article[], topics: readonly Topic[]): Promise<Measured['cpu']> {
  for (let read = 0; read < WARM_UPS; read += articles.length) await timed(articles, topics)
  return timed(articles, topics)
}

async function timed(articles: readonly Article[], topics: readonly Topic[]): Promise<Measured['cpu']> {
  const engine = new TableEngine()
  const view = { now: 0, lag: () => 0, onStale: () => {}, onCreated: () => {} }
  const client = { send: async (command: unknown) => engine.apply(command, view) }
  const pipeline = pipelineOver(new Table(client as unknown as DynamoDBDocumentClient, 'table'), topics)
  const spent = { ingest: 0, alert: 0 }
  for (const article of articles) {
    spent.ingest += await cpuOf(() => pipeline.ingest(article))
    spent.alert += await cpuOf(() => pipeline.judge())
  }
  return { ingest: spent.ingest / articles.length, alert: spent.alert / articles.length }
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await linesOf(work)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
