import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../lambdas/api/app.ts'
import type { Alert } from '../../lambdas/core/notify/alert.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import type { UploadTarget } from '../../lambdas/core/uploads/uploads.ts'
import { apiDeps } from '../support/api.ts'
import { aClaim, aHead, aJudgedClaim, aRuling, aStoredArticle } from '../support/records.ts'
import { startTableFor } from '../support/table.ts'

let engine: Awaited<ReturnType<typeof startTableFor>>
let app: Hono
const uploaded = new Map<string, string>()
// The bucket itself is part of the end-to-end tests.
const uploads: UploadTarget = {
  put: async (key, body) => {
    uploaded.set(key, body)
  },
}

beforeAll(async () => {
  engine = await startTableFor('Api')
  const articles = new DynamoArticleStore(engine.table)
  const ledger = new DynamoLedger(engine.table)
  const granted = { articles: new DynamoArticleStore(engine.granted), ledger: new DynamoLedger(engine.granted) }
  app = createApp(apiDeps({ ...granted, uploads: async () => uploads }))

  for (let day = 1; day <= 30; day++) {
    const at = `2023-09-${String(day).padStart(2, '0')}T10:00:00.000Z`
    const claims = [aClaim({ id: `c_${day}a` }), aClaim({ id: `c_${day}b`, topics: [] })]
    const article = aStoredArticle({ id: `day-${day}`, at, claims })
    article.extraction.entities = [
      {
        id: 'place:lachin',
        type: 'place',
        name: 'Lachin',
        aliases: [],
        mentions: [{ start: 0, end: 3, text: 'The', rule: 'test' }],
      },
    ]
    await articles.put(article)
    const head = aHead({ id: `day-${day}`, at })
    const verdict = day === 1 ? 'new' : 'repeat'
    const judged = [aJudgedClaim({ id: `c_${day}a`, verdict, alerted: day === 1 })]
    const ruling = aRuling({ id: `al_${day}`, article: head, claims: judged, status: day === 1 ? 'pending' : 'silent' })
    await ledger.keep(ruling, [])
    if (day === 1) await ledger.markSent(ruling)
  }
  const head = aHead({ id: 'day-1', at: '2023-09-01T10:00:00.000Z' })
  await ledger.keep(aRuling({ id: 'al_talks', topic: 'talks', article: head }), [])
  await articles.reject({
    id: 'rbad',
    key: 'articles/bad.txt',
    code: 'empty',
    reason: 'The upload is empty.',
    uploadedAt: '2023-09-24T11:00:00.000Z',
  })
})
afterAll(() => engine.close())

interface Listing {
  items: { id: string; verdict?: string }[]
  next?: string
}
const get = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, body: await response.json() }
}
async function walkAll(path: string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor = ''; ; ) {
    const { body } = (await get(`${path}${cursor && `&cursor=${cursor}`}`)) as { body: Listing }
    ids.push(...body.items.map(({ id }) => id))
    if (!body.next) return ids
    cursor = body.next
  }
}

describe('GET /v1/articles', () => {
  it('lists the latest first', async () => {
    const { body } = (await get('/v1/articles?limit=2')) as { body: Listing }
    expect(body.items).toMatchObject([{ id: 'day-30', claims: 2, entities: 1 }, { id: 'day-29' }])
  })

  it('gives one with all that was found in it', async () => {
    expect(await get('/v1/articles/day-3')).toMatchObject({
      status: 200,
      body: { status: 'stored', article: { id: 'day-3' }, claims: [{ id: 'c_3a' }, { id: 'c_3b' }] },
    })
  })

  it('shows a rejected upload with its reason, in the list and by id', async () => {
    const reason = 'The upload is empty.'
    expect(await get('/v1/articles/rbad')).toMatchObject({
      status: 200,
      body: { status: 'rejected', code: 'empty', reason },
    })
    expect(await get('/v1/articles?status=rejected')).toMatchObject({ body: { items: [{ id: 'rbad', reason }] } })
  })

  it('answers 404 as a problem for one that is not there', async () => {
    const response = await app.request('/v1/articles/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ type: 'urn:claimwire:problem:not-found', status: 404 })
  })
})

describe('GET /v1/claims', () => {
  it('walks all claims of all articles, each once, latest article first', async () => {
    const ids = await walkAll('/v1/claims?limit=7')
    expect(ids).toHaveLength(60)
    expect(new Set(ids).size).toBe(60)
    expect(ids.slice(0, 3)).toEqual(['c_30a', 'c_30b', 'c_29a'])
  })

  it('gives the judged claims of a topic with verdict and reason', async () => {
    const { body } = await get('/v1/claims?topic=corridor&verdict=new')
    expect(body).toMatchObject({
      items: [{ id: 'c_1a', verdict: 'new', because: expect.any(String), article: { id: 'day-1' } }],
    })
  })

  it('walks the topics together when only a verdict is asked for, though two rulings share a key', async () => {
    expect(await walkAll('/v1/claims?verdict=new&limit=1')).toEqual(['c_1', 'c_1a'])
  })

  it('filters by time', async () => {
    expect(await walkAll('/v1/claims?since=2023-09-05&until=2023-09-06')).toEqual(['c_5a', 'c_5b'])
  })

  it('filters by words', async () => {
    expect(await walkAll('/v1/claims?q=road+OPEN&speaker=ministry&until=2023-09-02')).toEqual(['c_1a', 'c_1b'])
    expect(await walkAll('/v1/claims?q=truce')).toEqual([])
  })
})

describe('GET /v1/entities, /v1/figures and /v1/alerts', () => {
  it('finds an entity in every article that names it', async () => {
    expect(await walkAll('/v1/entities?entity=place:lachin')).toHaveLength(30)
    expect(await walkAll('/v1/entities?type=person')).toEqual([])
  })

  it('answers an empty list where there is nothing', async () => {
    expect(await get('/v1/figures?kind=killed')).toEqual({ status: 200, body: { items: [] } })
  })

  it('lists the alerts of a topic and of all, never what raised none', async () => {
    expect(await walkAll('/v1/alerts?topic=corridor')).toEqual(['al_1'])
    const { body } = (await get('/v1/alerts?limit=10')) as { body: { items: (Alert & { status: string })[] } }
    expect(body.items.map(({ id, status }) => [id, status])).toEqual([
      ['al_talks', 'pending'],
      ['al_1', 'sent'],
    ])
  })
})

describe('one of a kind', () => {
  it('is answered 304 to those who have it, and in full to others', async () => {
    const first = await app.request('/v1/articles/day-3')
    const etag = first.headers.get('etag')!
    const again = await app.request('/v1/articles/day-3', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await app.request('/v1/articles/day-4', { headers: { 'if-none-match': etag } })
    expect([other.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
  })

  it('is an entity with its roles, and the articles and claims that name it', async () => {
    const { body } = await get('/v1/entities/place:lachin?limit=3')
    expect(body).toMatchObject({ id: 'place:lachin', name: 'Lachin', articles: [{ id: 'day-30' }, {}, {}], claims: [] })
    expect(await get('/v1/entities/place:nowhere')).toMatchObject({ status: 404 })
  })

  it('is a claim or an alert that is not there, or no id at all', async () => {
    for (const path of [
      '/v1/claims/c_day-1_0123456789ab',
      '/v1/claims/x',
      '/v1/alerts/al_talks_day-1_r9',
      '/v1/alerts/x',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404])
    }
  })
})

describe('a list as CSV', () => {
  it('comes to those who accept nothing better, with the next page in a header', async () => {
    const response = await app.request('/v1/articles?limit=2', { headers: { accept: 'text/csv' } })
    const [head, first] = (await response.text()).split('\r\n')
    expect([head, first]).toEqual([expect.stringMatching(/^id,title,source,/), expect.stringMatching(/^day-30,/)])
    const next = /^<(.+)>; rel="next"$/.exec(response.headers.get('link')!)![1]!
    expect((await get(next)).body).toMatchObject({ items: [{ id: 'day-28' }, { id: 'day-27' }] })
  })

  it.each([undefined, '*/*', 'application/json, text/csv;q=0.5', 'image/png'])(
    'is JSON to who accepts %s',
    async accept => {
      const response = await app.request('/v1/articles?limit=2', { headers: accept ? { accept } : {} })
      expect(response.headers.get('content-type')).toBe('application/json')
    },
  )
})

describe('POST /v1/articles', () => {
  const post = (body: string | Uint8Array<ArrayBuffer>, type: string, query = '') =>
    app.request(`/v1/articles${query}`, { method: 'POST', body, headers: { 'content-type': type } })

  it('accepts article JSON, and keeps it where the pipeline looks', async () => {
    const response = await post(JSON.stringify({ id: 'mine', text: 'The road is open.' }), 'application/json')
    expect(response.status).toBe(202)
    const { id, revision, href } = (await response.json()) as { id: string; revision: string; href: string }
    expect({ id, href, location: response.headers.get('location') }).toEqual({
      id: 'mine',
      href: '/v1/articles/mine',
      location: '/v1/articles/mine',
    })
    expect(JSON.parse(uploaded.get(`articles/mine/${revision}.json`)!)).toMatchObject({
      id: 'mine',
      text: 'The road is open.',
    })
  })

  it('takes title, outlet, url and date of a plain text from the query', async () => {
    const response = await post(
      'The road is open.',
      'text/plain',
      '?source=Example%20Wire&url=https://example.org/x&backfill=true',
    )
    const { id, revision } = (await response.json()) as { id: string; revision: string }
    expect(JSON.parse(uploaded.get(`articles/backfill/${id}/${revision}.json`)!)).toMatchObject({
      source: 'Example Wire',
    })
  })

  it.each([
    ['nothing', '', 'text/plain', 422, 'empty'],
    ['broken JSON', '{"text": ', 'application/json', 422, 'bad-json'],
    ['JSON without a text', '{"title": "x"}', 'application/json', 422, 'bad-article'],
    ['HTML without a text', '<html><body></body></html>', 'text/html', 422, 'no-text'],
    ['more than 1 MB', 'a '.repeat(600_000), 'text/plain', 413, 'too-large'],
    ['more than 200,000 characters', 'a '.repeat(150_000), 'text/plain', 413, 'too-long'],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0xfd, 0x41]), 'text/plain', 422, 'not-utf8'],
    ['a binary file', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'text/plain', 422, 'binary'],
    ['an image', 'x', 'image/png', 415, 'unsupported-type'],
  ])('refuses %s with a problem that says why', async (_, body, type, status, code) => {
    const response = await post(body, type)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({
      type: `urn:claimwire:problem:${code}`,
      status,
      detail: expect.stringMatching(/\w/),
    })
  })
})

describe('a page of another site', () => {
  it('may not write, whatever the visitor’s browser can reach', async () => {
    const headers = { 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' }
    const response = await app.request('/v1/articles', { method: 'POST', body: 'The road is open.', headers })
    expect(response.status).toBe(403)
  })
})

describe('a request that can’t be answered', () => {
  it.each([
    ['/v1/claims?limit=0', 'limit'],
    ['/v1/claims?limit=many', 'limit'],
    ['/v1/claims?topic=weather', 'topic'],
    ['/v1/claims?since=soon', 'since'],
    ['/v1/claims?colour=red', 'colour'],
    ['/v1/claims?cursor=rubbish', 'cursor'],
    ['/v1/figures?kind=flown', 'kind'],
  ])('%s names the parameter', async (path, field) => {
    expect(await get(path)).toMatchObject({ status: 400, body: { status: 400, field } })
  })

  it('says which values a parameter may have', async () => {
    const { body } = (await get('/v1/claims?topic=weather')) as { body: { detail: string } }
    expect(body.detail).toMatch(/corridor.*talks/)
  })

  it('refuses a cursor of other filters', async () => {
    const { body } = (await get('/v1/claims?limit=1')) as { body: Listing }
    expect(await get(`/v1/claims?q=road&cursor=${body.next}`)).toMatchObject({ status: 400, body: { field: 'cursor' } })
  })

  it('answers 404 where there is no route', async () => {
    expect(await get('/v1/nothing')).toMatchObject({ status: 404 })
  })
})
