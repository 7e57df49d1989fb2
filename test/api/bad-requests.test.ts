import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../lambdas/api/app.ts'
import type { Deps } from '../../lambdas/api/deps.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { apiDeps } from '../support/api.ts'
import { anyRequest, type Sent, urlOf } from '../support/bad-requests.ts'
import { MemoryArticles } from '../support/memory-articles.ts'
import { aHead, aRuling, aStoredArticle } from '../support/records.ts'
import { startTableFor } from '../support/table.ts'

const NUMBER = 10_000
/** So many of them against a real table, whose own limits may be met. */
const ON_A_TABLE = 1_000

async function check(app: ReturnType<typeof createApp>, sent: Sent): Promise<number> {
  const method = sent.method.toUpperCase()
  const headers = { accept: sent.accept, ...(sent.sent.type && { 'content-type': sent.sent.type }) }
  const body = method === 'GET' ? {} : { body: sent.sent.body }
  const response = await app.request(urlOf(sent), { method, headers, ...body })
  expect(response.status).toBeLessThan(500)
  if (response.status < 400) return response.status
  const answer = await response.text()
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(JSON.parse(answer)).toMatchObject({
    type: expect.stringMatching(/^urn:claimwire:problem:[a-z0-9-]+$/),
    title: expect.stringMatching(/\w/),
    status: response.status,
    detail: expect.stringMatching(/\w/),
  })
  expect(answer).not.toMatch(/node_modules|lambdas\/|\.ts:\d|\bat \w+ \(/)
  return response.status
}

const stored = aStoredArticle()
const subscribed = { id: 'x', protocol: 'email', address: 'a@example.org', status: 'confirmed' as const, filter: {} }
const writable: Partial<Deps> = {
  topicChecker: async () => ({ check: async () => [] }),
  ownTopics: {
    latest: async () => null,
    remove: async () => null,
    add: async ({ name }) => ({
      standing: { name, version: 'v', since: stored.at, changedAt: stored.at },
      was: 'absent',
    }),
  },
  subscriptions: async () => ({
    subscribe: async () => subscribed,
    get: async () => null,
    confirmed: async () => ({ ids: [], complete: true }),
    setFilter: async () => {},
    unsubscribe: async () => {},
  }),
  uploads: async () => ({ put: async () => {} }),
  presigner: async () => ({ presign: async () => ({ url: 'http://x', headers: {}, expiresAt: stored.at }) }),
}

let engine: Awaited<ReturnType<typeof startTableFor>>
beforeAll(async () => {
  engine = await startTableFor('Api')
})
afterAll(() => engine.close())

describe(`${NUMBER.toLocaleString('en-US')} requests as bad as they come, to every route`, () => {
  const statuses = new Set<number>()

  it('are each answered, or refused with a problem that says why; never an error of ours', async () => {
    const articles = new MemoryArticles()
    articles.add(stored)
    const app = createApp(apiDeps({ ...writable, articles: articles.port }))
    const run = async (sent: Sent) => void statuses.add(await check(app, sent))
    await fc.assert(fc.asyncProperty(anyRequest, run), { numRuns: NUMBER - ON_A_TABLE })
    expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 202, 400, 404, 405, 415, 422]))
  })

  it('find no limit of the table that isn’t checked before', async () => {
    const articles = new DynamoArticleStore(engine.table)
    const ledger = new DynamoLedger(engine.table)
    await articles.put(stored)
    await ledger.keep(aRuling({ article: aHead() }), ['road'])
    const granted = { articles: new DynamoArticleStore(engine.granted), ledger: new DynamoLedger(engine.granted) }
    const app = createApp(apiDeps({ ...writable, ...granted }))
    await fc.assert(
      fc.asyncProperty(anyRequest, async sent => void (await check(app, sent))),
      { numRuns: ON_A_TABLE },
    )
  })
})
