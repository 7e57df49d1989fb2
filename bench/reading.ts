import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { loadFixtures } from '../fixtures/load.ts'
import { createApp } from '../lambdas/api/app.ts'
import { revisionOf } from '../lambdas/core/article/identity.ts'
import type { StoredArticle } from '../lambdas/core/article/stored-article.ts'
import { read } from '../lambdas/core/extract/extract.ts'
import { fingerprint } from '../lambdas/core/ledger/fingerprint.ts'
import { rule } from '../lambdas/core/ledger/rule.ts'
import { filingKeys } from '../lambdas/core/ledger/story-keys.ts'
import { DynamoArticleStore } from '../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../lambdas/core/store/dynamo-ledger.ts'
import { ARTICLES, filedUnder, rulingsOf, timed } from '../lambdas/core/store/keys.ts'
import { pack } from '../lambdas/core/store/packing.ts'
import { summarise } from '../lambdas/core/store/summary.ts'
import { SHIPPED_TOPICS } from '../lambdas/core/topics/shipped.ts'
import { apiDeps } from '../test/support/api.ts'
import { TABLE } from '../test/support/table.ts'
import { type CountingTable, startCountingTable } from './counting-table.ts'

/** Of the fixtures: what is asked for by id. */
const NAMES = ['first-report', 'denial', 'toll-raised', 'second-round']

/** What is asked, and the read units that each took. */
export type Reading = Map<string, number>

/** The read units of each route, with so many articles stored under the same keys; sizes from the smallest up. */
export async function readUnits(...sizes: number[]): Promise<Reading[]> {
  const counting = await startCountingTable()
  try {
    const articles = new DynamoArticleStore(counting.table)
    const ledger = new DynamoLedger(counting.table)
    const story = loadFixtures().flatMap(({ name, article }) => (NAMES.includes(name) ? [storedOf(article)] : []))
    for (const article of story) {
      await articles.put(article)
      for (const { name: topic } of SHIPPED_TOPICS) {
        const ruling = await rule(ledger, { article, topic, backfill: false, earlier: null, later: null })
        if (ruling.status === 'pending') await ledger.markSent(ruling)
      }
    }
    // A new process for each reading: it holds nothing that was read before.
    const start = () => createApp(apiDeps({ articles, ledger: new DynamoLedger(counting.table) }))
    const paths = await questions(start(), story)
    const readings: Reading[] = []
    for (const [nth, size] of sizes.entries()) {
      await fill(counting, ledger, story.at(-1)!, sizes[nth - 1] ?? 0, size)
      readings.push(await ask(start(), paths, counting))
    }
    return readings
  } finally {
    await counting.close()
  }
}

async function ask(app: ReturnType<typeof createApp>, paths: readonly string[], counting: CountingTable) {
  const units: Reading = new Map()
  for (const path of paths) {
    counting.reset()
    const response = await app.request(path)
    if (response.status !== 200) throw new Error(`GET ${path} was answered ${response.status}`)
    await response.text()
    units.set(shown(path), counting.units().reads)
  }
  return units
}

const storedOf = (article: Parameters<typeof read>[0]): StoredArticle => ({
  ...read(article, SHIPPED_TOPICS),
  revision: revisionOf(article.text),
  at: article.publishedAt ?? '2023-09-21T00:00:00.000Z',
  uploadedAt: '2023-10-01T00:00:00.000Z',
  fingerprint: fingerprint(article.text),
})

/** Each route with what is usually asked, and with what nothing has: then it looks as far as it may. */
async function questions(app: ReturnType<typeof createApp>, story: readonly StoredArticle[]): Promise<string[]> {
  const { id } = story[1]!.extraction.article
  const claim = story[1]!.extraction.claims.find(({ topics }) => topics.length > 0)!
  const { items } = (await (await app.request('/v1/alerts?limit=1&until=2023-09-26')).json()) as {
    items: { id: string }[]
  }
  return [
    '/v1/articles',
    '/v1/articles?q=nowhere',
    `/v1/articles/${id}`,
    '/v1/claims',
    '/v1/claims?q=nowhere',
    '/v1/claims?topic=corridor',
    '/v1/claims?topic=corridor&q=nowhere',
    `/v1/claims/${claim.id}`,
    '/v1/figures?kind=killed',
    '/v1/figures?of=nowhere',
    '/v1/figures/series?kind=displaced',
    '/v1/entities?type=place',
    '/v1/entities?q=nowhere',
    '/v1/entities/place:lachin-corridor',
    '/v1/alerts?topic=corridor',
    '/v1/alerts?source=nowhere',
    `/v1/alerts/${items[0]!.id}`,
    '/v1/topics',
    '/v1/topics/corridor',
    '/v1/topics/corridor/feed',
  ]
}

const shown = (path: string): string => path.replace(/(claims|articles|alerts)\/[^?]+/, '$1/{id}')

/** Fills the lists, the ledger and the keys with an article's like. */
async function fill(
  { client }: CountingTable,
  ledger: DynamoLedger,
  like: StoredArticle,
  had: number,
  size: number,
): Promise<void> {
  const { id, revision } = { ...like.extraction.article, revision: like.revision }
  const topic = 'corridor'
  const ruling = await ledger.ruling(topic, { id, revision, at: like.at })
  const keys = filingKeys(ruling!.claims.map(({ proposition }) => proposition))
  const [row, page] = [pack(summarise(like)), pack({ ...ruling, status: 'silent' })]
  for (let from = had; from < size; from += 5) {
    const items = Array.from({ length: 5 }, (_, i) => {
      const nth = from + i
      // All before the story, which the latest rows are of then, however many there are.
      const at = new Date(Date.UTC(2023, 0, 1) + nth * 60_000).toISOString()
      const name = `filler-${String(nth).padStart(8, '0')}`
      const sk = timed(at, `${name}#${'0'.repeat(32)}`)
      return [
        { pk: ARTICLES, sk: timed(at, name), rank: at, body: row },
        { pk: rulingsOf(topic), sk, body: page },
        ...keys.map(key => ({ pk: filedUnder(topic, key), sk })),
      ]
    })
    const requests = items.flat().map(Item => ({ PutRequest: { Item } }))
    await client.send(new BatchWriteCommand({ RequestItems: { [TABLE]: requests } }))
  }
}
