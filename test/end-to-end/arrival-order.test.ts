import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFixtures } from '../../fixtures/load.ts'
import { createHandler } from '../../lambdas/alert/handler.ts'
import { revisionOf } from '../../lambdas/core/article/identity.ts'
import { type StoredArticle, topicsOf } from '../../lambdas/core/article/stored-article.ts'
import { read } from '../../lambdas/core/extract/extract.ts'
import { fingerprint } from '../../lambdas/core/ledger/fingerprint.ts'
import { isAlertable } from '../../lambdas/core/ledger/judge-claims.ts'
import { unmeasured } from '../../lambdas/core/metrics.ts'
import type { Alert } from '../../lambdas/core/notify/alert.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { DynamoNotes } from '../../lambdas/core/store/dynamo-notes.ts'
import { SHIPPED_TOPICS } from '../../lambdas/core/topics/shipped.ts'
import { anSqsEvent, anSqsRecord } from '../support/records.ts'
import { startTableFor } from '../support/table.ts'
import { watching } from '../support/topics.ts'

const RUNS = 4
const uploadedAt = '2024-04-01T00:00:00.000Z'
let articles: StoredArticle[]
let messages: { articleId: string; revision: string; topic: string; backfill: boolean }[]

beforeAll(() => {
  articles = loadFixtures().map(({ article }) => ({
    ...read(article, SHIPPED_TOPICS),
    revision: revisionOf(article.text),
    at: article.publishedAt ?? uploadedAt,
    uploadedAt,
    fingerprint: fingerprint(article.text),
  }))
  messages = articles.flatMap(article =>
    [...new Set(topicsOf(article))].map(topic => ({
      articleId: article.extraction.article.id,
      revision: article.revision,
      topic,
      backfill: false,
    })),
  )
})

/** The alert function on a real table, with all articles stored and the messages in this order. */
async function play(order: typeof messages) {
  const engine = await startTableFor('Alert')
  try {
    const store = new DynamoArticleStore(engine.table)
    const ledger = new DynamoLedger(engine.table)
    for (const article of articles) await store.put(article)
    const alerts: Alert[] = []
    const handler = createHandler({
      articles: new DynamoArticleStore(engine.granted),
      ledger: new DynamoLedger(engine.granted),
      notes: new DynamoNotes(engine.granted),
      publisher: { publish: async alert => void alerts.push(alert) },
      topics: watching(),
      log: { info: () => {}, error: () => {} },
      metrics: unmeasured,
    })
    for (const message of order)
      expect(await handler(anSqsEvent(anSqsRecord(message)))).toEqual({ batchItemFailures: [] })
    const pages = await Promise.all(SHIPPED_TOPICS.map(({ name }) => ledger.listRulings(name, { limit: 100 })))
    return { alerts, rulings: pages.flatMap(({ items }) => items.map(({ item }) => item)) }
  } finally {
    await engine.close()
  }
}
type Played = Awaited<ReturnType<typeof play>>

const stated = ({ rulings }: Played) =>
  rulings.map(({ topic, article, claims }) => `${topic} ${article.revision} ${claims.map(({ id }) => id)}`).sort()

/** Claims that are told by no alert or by several: neither for themselves nor, of a repeat, for the claim that its series began with. */
function mistold({ rulings, alerts }: Played): string[] {
  const told = alerts.flatMap(({ topic, claims }) => claims.map(({ id }) => `${topic} ${id}`))
  return rulings.flatMap(({ topic, claims }) =>
    claims.flatMap(({ id, root, verdict, content }) => {
      const teller = verdict === 'repeat' ? root : id
      const times = told.filter(one => one === `${topic} ${teller}`).length
      return !isNews(teller) || times === 1 ? [] : [`${topic}: told ${times} times: ${content}`]
    }),
  )
}

/** What may alert at all, and isn't of a text that was out of date before it was judged. */
function isNews(id: string): boolean {
  const claim = articles.flatMap(({ extraction }) => extraction.claims).find(one => one.id === id)!
  return isAlertable(claim) && !claim.content.text.startsWith(CORRECTED)
}
/** In the first text of the one article that was corrected; 14 in the second. */
const CORRECTED = 'A convoy of 40 trucks'

describe('whatever order the claims queue hands the articles out in', () => {
  it('the same is claimed, and all that is news is told by exactly one alert, once', async () => {
    const calm = await play(messages)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(messages, { minLength: messages.length }),
        fc.nat(40),
        async (order, again) => {
          const played = await play([...order, ...order.slice(0, again)])
          expect(stated(played)).toEqual(stated(calm))
          const ids = played.alerts.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          expect(mistold(played)).toEqual([])
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
  }, 120_000)
})
