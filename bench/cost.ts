import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { loadFixtures, loadStory } from '../fixtures/load.ts'
import { textHash } from '../lambdas/core/article/identity.ts'
import type { StoredArticle } from '../lambdas/core/article/stored-article.ts'
import { read } from '../lambdas/core/extract/extract.ts'
import { fingerprint } from '../lambdas/core/ledger/fingerprint.ts'
import { rule } from '../lambdas/core/ledger/rule.ts'
import { candidateKeys } from '../lambdas/core/novelty/candidate-keys.ts'
import { DynamoArticleStore } from '../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../lambdas/core/store/dynamo-ledger.ts'
import { candidatesOf, timed } from '../lambdas/core/store/keys.ts'
import { SHIPPED_TOPICS } from '../lambdas/core/topics/shipped.ts'
import { type CountingTable, startCountingTable } from './counting-table.ts'
import { printTable } from './table.ts'

const STORED = [1_000, 10_000]
const MOST_WRITES = 20
const MOST_READS_PER_ARTICLE = 6
const MOST_READS_PER_CLAIM = 8
const CHARACTERS = 4_000

/** Write and read units of the fixtures' story, per 4,000 characters and per judged claim, with so many claims in the store. */
export async function run(args: string[]): Promise<boolean> {
  const sizes = args.length > 0 ? args.map(Number) : STORED
  const rows = []
  for (const size of sizes) rows.push(await measure(size))
  printTable(
    ['claims stored', 'write units per article', 'read units per article', 'read units per judged claim'],
    rows.map(({ size, writes, reads, judging }) => [size, writes.toFixed(1), reads.toFixed(1), judging.toFixed(1)]),
  )
  return rows.every(
    ({ writes, reads, judging }) =>
      writes <= MOST_WRITES && reads <= MOST_READS_PER_ARTICLE && judging <= MOST_READS_PER_CLAIM,
  )
}

async function measure(size: number) {
  const counting = await startCountingTable()
  try {
    const fixtures = new Map(loadFixtures().map(({ name, article }) => [name, article]))
    const story = loadStory().order.map(({ article }) => storedOf(fixtures.get(article)!))
    await fill(counting, story, size)
    return { size, ...(await play(counting, story)) }
  } finally {
    await counting.close()
  }
}

const storedOf = (article: Parameters<typeof read>[0]): StoredArticle => ({
  ...read(article, SHIPPED_TOPICS),
  revision: textHash(article.text).slice(0, 32),
  at: article.publishedAt ?? '2023-09-21T00:00:00.000Z',
  uploadedAt: '2023-10-01T00:00:00.000Z',
  fingerprint: fingerprint(article.text),
})

/** What ingest and alert do with each article, in order. */
async function play({ table, units, reset }: CountingTable, story: readonly StoredArticle[]) {
  const articles = new DynamoArticleStore(table)
  const ledger = new DynamoLedger(table)
  let characters = 0
  let judged = 0
  let judging = 0
  reset()
  for (const article of story) {
    const { id, text } = article.extraction.article
    characters += text.length
    if (!(await articles.get(id, article.revision))) await articles.put(article)
    for (const { name: topic } of SHIPPED_TOPICS) {
      const claims = article.extraction.claims.filter(({ topics }) => topics.includes(topic)).length
      if (claims === 0) continue
      judged += claims
      await Promise.all([articles.get(id, article.revision), articles.revisions(id)])
      const before = units().reads
      const ruling = await rule(ledger, { article, topic, backfill: false, correction: false })
      judging += units().reads - before
      if (ruling.status === 'pending') await ledger.markSent(ruling)
    }
  }
  const { writes, reads } = units()
  const perArticle = CHARACTERS / characters
  return { writes: writes * perArticle, reads: (reads - judging) * perArticle, judging: judging / Math.max(1, judged) }
}

/** Fills the ledger with other claims under the very keys that the story's claims will ask for: the worst case. */
async function fill({ client, name }: CountingTable, story: readonly StoredArticle[], size: number): Promise<void> {
  const claims = story.flatMap(({ extraction, propositions }) =>
    extraction.claims.flatMap(claim =>
      claim.topics.map(topic => ({ topic, claim, proposition: propositions[claim.id]! })),
    ),
  )
  let items: Record<string, unknown>[] = []
  const flush = async () => {
    if (items.length > 0) {
      await client.send(
        new BatchWriteCommand({ RequestItems: { [name]: items.map(Item => ({ PutRequest: { Item } })) } }),
      )
    }
    items = []
  }
  for (let i = 0; i < size; i++) {
    const { topic, claim, proposition } = claims[i % claims.length]!
    const id = `c_filler_${i}`
    const at = new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString()
    const [key] = candidateKeys(proposition)
    if (!key) continue
    const other = { ...proposition, words: `Filler ${i}`, actions: ['fill'], actors: [], objects: [], figures: [] }
    const text = claim.content.text.slice(0, 300)
    const entry = {
      id,
      root: id,
      text,
      speaker: null,
      outlet: 'Filler',
      proposition: other,
      publishedAt: at,
      articleId: `f${i}`,
      url: null,
      at,
    }
    items.push({ pk: candidatesOf(topic, key), sk: timed(at, id), entry })
    if (items.length === 25) await flush()
  }
  await flush()
}
