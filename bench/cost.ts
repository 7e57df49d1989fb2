import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Article } from '../lambdas/core/article/article.ts'
import { textHash } from '../lambdas/core/article/identity.ts'
import type { StoredArticle } from '../lambdas/core/article/stored-article.ts'
import { read } from '../lambdas/core/extract/extract.ts'
import { fingerprint } from '../lambdas/core/ledger/fingerprint.ts'
import type { JudgedClaim, Ruling } from '../lambdas/core/ledger/ledger.ts'
import { headOf, rule } from '../lambdas/core/ledger/rule.ts'
import { candidateKeys } from '../lambdas/core/novelty/candidate-keys.ts'
import { DynamoArticleStore } from '../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../lambdas/core/store/dynamo-ledger.ts'
import { DynamoTopicStore } from '../lambdas/core/store/dynamo-topic-store.ts'
import { filedUnder, rulingsOf, timed } from '../lambdas/core/store/keys.ts'
import { pack } from '../lambdas/core/store/packing.ts'
import { SHIPPED_TOPICS } from '../lambdas/core/topics/shipped.ts'
import type { Topic } from '../lambdas/core/topics/topic.ts'
import { MemoryLedger } from '../local/cli/replay/memory-ledger.ts'
import { cpuTime } from '../test/support/cpu.ts'
import { TABLE } from '../test/support/table.ts'
import { type CountingTable, startCountingTable } from './counting-table.ts'
import { longStory } from './story.ts'
import { printTable } from './table.ts'

const STORED = [1_000, 10_000]
const MOST_WRITES = 20
const MOST_READS_PER_ARTICLE = 6
const MOST_READS_PER_CLAIM = 8
const WARM_UPS = 10

/** Write and read units of the fixtures' story, per article of 4,000 characters and per judged claim, with so many claims in the store. */
export async function run(args: string[]): Promise<boolean> {
  const sizes = args.length > 0 ? args.map(Number) : STORED
  const rows = []
  for (const size of sizes) rows.push(await measure(size))
  printTable(
    ['claims stored', 'write units per article', 'read units per article', 'read units per judged claim'],
    rows.map(({ size, writes, reads, judging }) => [size, writes.toFixed(2), reads.toFixed(2), judging.toFixed(2)]),
  )
  return rows.every(
    ({ writes, reads, judging }) =>
      writes <= MOST_WRITES && reads <= MOST_READS_PER_ARTICLE && judging <= MOST_READS_PER_CLAIM,
  )
}

export interface Measured {
  size: number
  /** Units per article; those of judging are apart. */
  writes: number
  reads: number
  /** Read units per judged claim. */
  judging: number
  /** Per article. */
  claims: number
  rulings: number
  alerts: number
  /** Processor time in ms: of reading an article, and of judging it under one topic. */
  cpu: { reading: number; judging: number }
}

export async function measure(size: number, topics: readonly Topic[] = SHIPPED_TOPICS): Promise<Measured> {
  const counting = await startCountingTable()
  try {
    const story = longStory().map(article => storedOf(article, topics))
    if (topics.length > 0) await fill(counting, story, size)
    return { size, ...(await play(counting, story)), cpu: await processorTime(story, topics) }
  } finally {
    await counting.close()
  }
}

const storedOf = (article: Article, topics: readonly Topic[]): StoredArticle => ({
  ...read(article, topics),
  revision: textHash(article.text).slice(0, 32),
  at: article.publishedAt ?? '2023-09-21T00:00:00.000Z',
  uploadedAt: '2023-10-01T00:00:00.000Z',
  fingerprint: fingerprint(article.text),
})

/** What ingest and alert do with each article, in order. */
async function play({ table, units, reset }: CountingTable, story: readonly StoredArticle[]) {
  const articles = new DynamoArticleStore(table)
  const ledger = new DynamoLedger(table)
  const watched = new DynamoTopicStore(table)
  await watched.add({ ...SHIPPED_TOPICS[0]!, name: 'own' }, '2023-09-01T00:00:00.000Z')
  let [judged, rulings, alerts] = [0, 0, 0]
  let judging = 0
  reset()
  for (const article of story) {
    const { id } = article.extraction.article
    // Once a second at most; here as where articles come one by one.
    await watched.standing(false)
    if (!(await articles.peek(id, article.revision))) await articles.put(article)
    for (const { name: topic } of SHIPPED_TOPICS) {
      const claims = article.extraction.claims.filter(({ topics }) => topics.includes(topic)).length
      if (claims === 0) continue
      judged += claims
      rulings++
      await Promise.all([articles.get(id, article.revision), articles.revisions(id)])
      const before = units().reads
      const ruling = await rule(ledger, { article, topic, backfill: false, earlier: null, later: null })
      judging += units().reads - before
      if (ruling.status !== 'pending') continue
      alerts++
      await ledger.markSent(ruling)
    }
  }
  const { writes, reads } = units()
  const count = story.length
  return {
    writes: writes / count,
    reads: (reads - judging) / count,
    judging: judging / Math.max(1, judged),
    claims: judged / count,
    rulings: rulings / count,
    alerts: alerts / count,
  }
}

/** Once the code is compiled. Judging is timed against a ledger in memory, for the engine runs in this very process. */
async function processorTime(story: readonly StoredArticle[], topics: readonly Topic[]): Promise<Measured['cpu']> {
  const articles = longStory()
  const readAll = () => {
    for (const article of articles) read(article, topics)
  }
  for (let warm = 0; warm < WARM_UPS; warm++) readAll()
  const reading = cpuTime(readAll) / articles.length
  const judgeAll = async () => {
    const ledger = new MemoryLedger()
    for (const article of story)
      for (const { name: topic } of topics)
        await rule(ledger, { article, topic, backfill: false, earlier: null, later: null })
  }
  for (let warm = 0; warm < WARM_UPS; warm++) await judgeAll()
  const before = process.cpuUsage()
  await judgeAll()
  const { user, system } = process.cpuUsage(before)
  return { reading, judging: (user + system) / 1000 / Math.max(1, story.length * topics.length) }
}

/** Claims in one ruling of the filling. */
const PER_RULING = 8

/** Fills the ledger with other rulings under the very keys that the story's claims will ask for: the worst case. */
async function fill({ client }: CountingTable, story: readonly StoredArticle[], size: number): Promise<void> {
  const asked = story.flatMap(({ extraction, propositions }) =>
    extraction.claims.flatMap(({ id, topics }) =>
      topics.flatMap(topic => candidateKeys(propositions[id]!).map(key => ({ topic, key }))),
    ),
  )
  const sample = aRuling(story)
  let items: Record<string, unknown>[] = []
  const flush = async () => {
    const requests = items.map(Item => ({ PutRequest: { Item } }))
    await client.send(new BatchWriteCommand({ RequestItems: { [TABLE]: requests } }))
    items = []
  }
  for (let i = 0; i < size / PER_RULING; i++) {
    const { topic, key } = asked[i % asked.length]!
    const at = new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString()
    const sk = timed(at, `filler-${i}#r`)
    const article = { ...sample.article, id: `filler-${i}`, revision: 'r', at }
    items.push(
      { pk: rulingsOf(topic), sk, body: pack({ ...sample, topic, article }) },
      { pk: filedUnder(topic, key), sk },
    )
    if (items.length === 24) await flush()
  }
  if (items.length > 0) await flush()
}

/** A ruling of a usual size whose claims are like no other's. */
function aRuling(story: readonly StoredArticle[]): Ruling {
  const head = headOf(story[0]!)
  const found = story.flatMap(({ extraction, propositions }) =>
    extraction.claims.flatMap(claim =>
      propositions[claim.id] ? [{ claim, proposition: propositions[claim.id]! }] : [],
    ),
  )
  const claims = found.slice(0, PER_RULING).map(
    ({ claim, proposition }, i): JudgedClaim => ({
      id: `c_filler_${i}`,
      root: `c_filler_${i}`,
      speaker: null,
      text: claim.content.text,
      content: claim.content.text,
      polarity: claim.polarity,
      modality: claim.modality,
      entities: claim.entities,
      verdict: 'new',
      because: 'a filling',
      ref: null,
      contradicts: [],
      outlets: 1,
      alerted: true,
      proposition: {
        ...proposition,
        words: `Filler number ${i}`,
        actions: ['fill'],
        actors: [],
        objects: [],
        figures: [],
      },
    }),
  )
  return { id: 'al_filler', topic: 'talks', article: head, correction: false, claims, withdrawn: [], status: 'silent' }
}
