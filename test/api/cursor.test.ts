import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../lambdas/api/app.ts'
import type { StoredArticle } from '../../lambdas/core/article/stored-article.ts'
import { MemoryLedger } from '../../local/cli/replay/memory-ledger.ts'
import { apiDeps } from '../support/api.ts'
import { MemoryArticles } from '../support/memory-articles.ts'
import { aClaim, aHead, aJudgedClaim, aRuling, aStoredArticle } from '../support/records.ts'
import { aTopic, watching } from '../support/topics.ts'

/** One's name begins with another's. */
const TOPICS = ['corridor', 'talks', 'talks-2'].map(name => aTopic({ name }))

interface Item {
  id: string
  name?: string
  topics?: string[]
  article?: { id: string }
}
/** Tells one item of a list from all others. */
const nameOf = ({ id, name, topics, article }: Item): string => [article?.id, id, name, topics].join(' ')

/** An article of some hour of two days, with so many entities, claims and judged claims. */
const anArticle = fc.record({
  hour: fc.integer({ min: 0, max: 47 }),
  entities: fc.integer({ min: 0, max: 4 }),
  claims: fc.integer({ min: 0, max: 4 }),
  topics: fc.subarray(['corridor', 'talks', 'talks-2'], { minLength: 1 }),
  verdict: fc.constantFrom('new', 'repeat'),
})
type Wanted = typeof anArticle extends fc.Arbitrary<infer T> ? T : never

const filters = fc.oneof(
  fc.constantFrom(
    '/v1/articles?',
    '/v1/articles?q=road',
    '/v1/entities?',
    '/v1/entities?q=2',
    '/v1/claims?',
    '/v1/claims?q=open',
    '/v1/claims?topic=corridor',
    '/v1/claims?verdict=new',
    '/v1/alerts?',
    '/v1/alerts?topic=talks',
  ),
  fc
    .constantFrom('/v1/claims?verdict=repeat', '/v1/entities?', '/v1/articles?')
    .map(path => `${path}&since=2023-09-01T06:00Z&until=2023-09-02T12:00Z`),
)

async function store(articles: MemoryArticles, ledger: MemoryLedger, wanted: Wanted, nth: number): Promise<void> {
  const at = new Date(Date.UTC(2023, 8, 1, wanted.hour)).toISOString()
  const id = `article-${nth}`
  const claims = Array.from({ length: wanted.claims }, (_, i) => aClaim({ id: `c_${id}_${i}` }))
  const stored: StoredArticle = aStoredArticle({ id, at, claims })
  stored.extraction.entities = Array.from({ length: wanted.entities }, (_, i) => ({
    id: `place:${i}`,
    type: 'place',
    name: `Place ${i}`,
    aliases: [],
    mentions: [],
  }))
  articles.add(stored)
  const { topics, verdict } = wanted
  const judged = claims.map(claim => aJudgedClaim({ id: claim.id, verdict: verdict as 'new' }))
  const status = verdict === 'new' ? 'pending' : 'silent'
  for (const topic of topics) {
    await ledger.keep(
      aRuling({ id: `al_${topic}_${nth}`, topic, article: aHead({ id, at }), claims: judged, status }),
      [],
    )
  }
}

describe('walking a list page by page', () => {
  it('gives each item once, in order, while articles are being added', async () => {
    const story = fc.record({
      path: filters,
      limit: fc.integer({ min: 1, max: 7 }),
      before: fc.array(anArticle, { minLength: 1, maxLength: 40 }),
      /** Added behind the page of the same number. */
      during: fc.array(fc.array(anArticle, { maxLength: 3 }), { maxLength: 10 }),
    })
    await fc.assert(
      fc.asyncProperty(story, async ({ path, limit, before, during }) => {
        const articles = new MemoryArticles()
        const ledger = new MemoryLedger()
        const app = createApp(apiDeps({ articles: articles.port, ledger, topics: watching(TOPICS) }))
        const ask = async (query: string) => {
          const response = await app.request(`${path}&${query}`)
          expect(response.status).toBe(200)
          return (await response.json()) as { items: Item[]; next?: string }
        }
        let count = 0
        for (const wanted of before) await store(articles, ledger, wanted, count++)
        const all = (await ask('limit=100')).items.map(nameOf)
        const walked: string[] = []
        for (let cursor = '', pages = 0; ; pages++) {
          const { items, next } = await ask(`limit=${limit}${cursor && `&cursor=${cursor}`}`)
          expect(items.length).toBeLessThanOrEqual(limit)
          walked.push(...items.map(nameOf))
          if (!next) break
          expect(next, 'a page that leads nowhere').not.toBe(cursor)
          cursor = next
          for (const wanted of during[pages] ?? []) await store(articles, ledger, wanted, count++)
        }
        expect(new Set(walked).size).toBe(walked.length)
        const stood = new Set(all)
        expect(walked.filter(name => stood.has(name))).toEqual(all)
      }),
      // Shrinking a failure takes longer than a test may.
      { numRuns: 300, endOnFailure: true },
    )
  })
})
