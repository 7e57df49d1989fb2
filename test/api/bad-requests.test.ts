import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../lambdas/api/app.ts'
import type { Deps } from '../../lambdas/api/deps.ts'
import { openapi } from '../../lambdas/api/reference/openapi.ts'
import { allRoutes } from '../../lambdas/api/routes.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { apiDeps } from '../support/api.ts'
import { MemoryArticles } from '../support/memory-articles.ts'
import { aHead, aRuling, aStoredArticle } from '../support/records.ts'
import { startTable, type TestTable } from '../support/table.ts'

const NUMBER = 10_000
/** So many of them against a real table, whose own limits may be met. */
const ON_A_TABLE = 1_000

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  minimum?: number
  maximum?: number
  maxLength?: number
  properties?: Record<string, Schema>
}
interface Operation {
  parameters: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
const { paths } = openapi(await allRoutes(), '0') as unknown as { paths: Record<string, Record<string, Operation>> }

const odd = fc.constantFrom(
  ...['', ' ', '\0', '\n', '%', '%zz', '%E0%A4%A', '..', '../../etc/passwd', '__proto__', 'constructor', 'null', 'NaN'],
  ...[
    '-1',
    '0',
    '101',
    '1e999',
    '9007199254740993',
    '0x10',
    'true',
    '[]',
    '{}',
    '2023-13-45',
    '2023-09-24',
    '9999999-01-01',
  ],
  ...[
    'ə',
    '\u202e',
    '😀',
    '\ufffe',
    "'",
    '"',
    '<script>',
    ';',
    '#',
    '&',
    '=',
    '//',
    'a'.repeat(300),
    'é'.repeat(3_000),
  ],
  ...['c_a_0123456789ab', 'al_corridor_a_b', 'corridor', 'road'],
)
const text = fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }))

/** Right or nearly right for the schema, and at times anything. */
const valueFor = ({ enum: allowed, minimum, maximum, maxLength }: Schema): fc.Arbitrary<string> => {
  const near: string[] = (allowed ?? []).flatMap(value => [String(value), `${value}x`])
  for (const bound of [minimum, maximum])
    if (bound !== undefined) near.push(String(bound), String(bound + 1), String(bound - 1), `${bound}.5`)
  if (maxLength !== undefined) near.push('x'.repeat(maxLength), 'x'.repeat(maxLength + 1))
  return near.length > 0 ? fc.oneof(fc.constantFrom(...near), text) : text
}
const forgedCursor = fc
  .oneof(
    fc.json({ maxDepth: 2 }),
    fc.record({ after: text, skip: fc.integer(), filters: text }).map(each => JSON.stringify(each)),
  )
  .map(json => Buffer.from(json).toString('base64url'))

const jsonFor = ({ properties = {} }: Schema): fc.Arbitrary<string> => {
  const fields = Object.entries(properties).map(([name, schema]) => [
    name,
    fc.option(fc.oneof(valueFor(schema), fc.jsonValue({ maxDepth: 2 })), { nil: undefined }),
  ])
  const near = fc.record(Object.fromEntries(fields), { requiredKeys: [] }).map(value => JSON.stringify(value))
  return fc.oneof(
    near,
    fc.json({ maxDepth: 3 }),
    near.map(json => json.slice(0, -1)),
    text,
  )
}

const TYPES = ['application/json', 'text/plain', 'text/html', 'application/ld+json', 'image/png', 'x', '']
const bodyOf = (content: Record<string, { schema: Schema }> = {}) =>
  fc.record({
    type: fc.constantFrom(...TYPES, ...Object.keys(content)),
    body: fc.oneof(
      ...Object.values(content).map(({ schema }) => jsonFor(schema)),
      text,
      fc.constant('{"text":'),
      fc.constant('{"text": "The road."}'),
    ),
  })

const request = fc.oneof(
  ...Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody }]) =>
      fc.record({
        method: fc.oneof(
          { weight: 9, arbitrary: fc.constant(method) },
          fc.constantFrom('get', 'post', 'put', 'delete', 'patch'),
        ),
        path: fc
          .tuple(
            ...parameters
              .filter(each => each.in === 'path')
              .map(({ schema }) => fc.oneof(valueFor(schema), fc.constantFrom('road', 'corridor', 'place:lachin'))),
          )
          .map(values => values.reduce((whole, value) => whole.replace(/\{\w+\}/, () => segment(value)), path)),
        query: fc.array(
          fc.oneof(
            ...parameters
              .filter(each => each.in === 'query')
              .map(({ name, schema }) =>
                fc.tuple(fc.constant(name), name === 'cursor' ? fc.oneof(forgedCursor, text) : valueFor(schema)),
              ),
            fc.tuple(text, text),
          ),
          { maxLength: 4 },
        ),
        sent: bodyOf(requestBody?.content),
        accept: fc.constantFrom('application/json', 'text/csv', '*/*;q=0', 'x'),
        raw: fc.option(odd, { nil: undefined, freq: 20 }),
      }),
    ),
  ),
)
type Sent = typeof request extends fc.Arbitrary<infer T> ? T : never

/** As a client would send it, or, where it holds an escape of its own, as it stands. */
const segment = (value: string): string =>
  /^%/.test(value) ? value : encodeURIComponent(value.toWellFormed?.() ?? value.replace(/\p{Surrogate}/gu, ''))
const urlOf = ({ path, query, raw }: Sent): string => {
  const parameters = new URLSearchParams(query.map(([name, value]) => [name, value] as [string, string]))
  return `http://localhost${path}?${parameters}${raw === undefined ? '' : `&${raw.replace(/[\s#]/g, '')}`}`
}

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

let engine: TestTable
beforeAll(async () => {
  engine = await startTable()
})
afterAll(() => engine.close())

describe(`${NUMBER.toLocaleString('en-US')} requests as bad as they come, to every route`, () => {
  const statuses = new Set<number>()

  it('are each answered, or refused with a problem that says why; never an error of ours', async () => {
    const articles = new MemoryArticles()
    articles.add(stored)
    const app = createApp(apiDeps({ ...writable, articles: articles.port }))
    const run = async (sent: Sent) => void statuses.add(await check(app, sent))
    await fc.assert(fc.asyncProperty(request, run), { numRuns: NUMBER - ON_A_TABLE })
    expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 202, 400, 404, 405, 415, 422]))
  })

  it('find no limit of the table that isn’t checked before', async () => {
    const articles = new DynamoArticleStore(engine.table)
    const ledger = new DynamoLedger(engine.table)
    await articles.put(stored)
    await ledger.keep(aRuling({ article: aHead() }), ['road'])
    const app = createApp(apiDeps({ ...writable, articles, ledger }))
    await fc.assert(
      fc.asyncProperty(request, async sent => void (await check(app, sent))),
      { numRuns: ON_A_TABLE },
    )
  })
})
