import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Pipeline, startPipeline } from '../support/pipeline.ts'

let pipeline: Pipeline
const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/articles')

beforeAll(async () => {
  pipeline = await startPipeline()
})
afterAll(() => pipeline?.cloud.close())

const TRUCE = `Mediators announced on Sunday that ceasefire talks between the army and the rebels had resumed in Geneva.
The defence ministry said the humanitarian corridor to the besieged town would stay open until Friday.`

interface Items<T> {
  items: T[]
}
interface Rejected {
  key: string
  code: string
  reason: string
}

describe('an article, from upload to alert', () => {
  it('raises an alert on each topic when it is put into the bucket', async () => {
    const metadata = {
      title: 'Talks resume',
      source: 'Example Wire',
      url: 'https://example.org/truce',
      published: '2023-10-01',
    }
    await pipeline.upload('articles/truce.txt', TRUCE, { type: 'text/plain', metadata })
    await pipeline.until<Items<unknown>>('/v1/alerts', ({ items }) => items.length === 2)
    await pipeline.cloud.idle()
    expect(pipeline.alerts.map(({ topic }) => topic).sort()).toEqual(['corridor', 'talks'])
    const talks = pipeline.alerts.find(({ topic }) => topic === 'talks')!
    expect(talks.article).toMatchObject({
      title: 'Talks resume',
      source: 'Example Wire',
      url: 'https://example.org/truce',
    })
    expect(talks.claims.map(({ text }) => text).join(' ')).toContain(
      'ceasefire talks between the army and the rebels had resumed',
    )
  })

  it('raises none when it comes a second time, under another key', async () => {
    const before = pipeline.alerts.length
    const metadata = {
      title: 'Talks resume',
      source: 'Example Wire',
      url: 'https://example.org/truce',
      published: '2023-10-01',
    }
    await pipeline.upload('articles/again/truce.txt', TRUCE, { type: 'text/plain', metadata })
    await pipeline.cloud.idle()
    expect(pipeline.alerts.length).toBe(before)
    expect((await pipeline.get('/v1/articles')).body).toMatchObject({ items: [{ title: 'Talks resume' }] })
  })

  it('answers a POST with 202 and an id, and the article can be read within two seconds', async () => {
    const started = Date.now()
    const response = await fetch(`${pipeline.cloud.apiUrl}/v1/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        title: 'A posted one',
        text: 'The Red Cross said the corridor was closed again.',
        url: 'https://example.org/posted',
      }),
    })
    expect(response.status).toBe(202)
    const { id, href } = (await response.json()) as { id: string; href: string }
    await pipeline.until<{ status?: unknown }>(href, ({ status }) => status === 'stored')
    expect(Date.now() - started).toBeLessThan(2_000)
    expect((await pipeline.get(`/v1/articles/${id}`)).body).toMatchObject({ article: { title: 'A posted one' } })
  })

  it('stores a backfill and alerts on nothing in it', async () => {
    await pipeline.cloud.idle()
    const before = pipeline.alerts.length
    await pipeline.upload('articles/backfill/old.txt', 'Mediators said in Doha that the hostage talks had collapsed.', {
      metadata: { id: 'backfilled' },
    })
    await pipeline.until<{ status?: unknown }>('/v1/articles/backfilled', ({ status }) => status === 'stored')
    await pipeline.cloud.idle()
    expect(pipeline.alerts.length).toBe(before)
  })

  it('raises one alert for one claim in two articles that come together', async () => {
    const before = pipeline.alerts.length
    const text = 'The rebels said on Monday that peace talks in Muscat had collapsed over the fate of 40 prisoners.'
    const published = '2023-10-03'
    await Promise.all(
      ['First Post', 'Second Post'].map((source, i) =>
        pipeline.upload(`articles/together-${i}.txt`, text, {
          type: 'text/plain',
          metadata: { id: `together-${i}`, source, published },
        }),
      ),
    )
    for (const i of [0, 1]) {
      await pipeline.until<{ status?: unknown }>(`/v1/articles/together-${i}`, ({ status }) => status === 'stored')
    }
    await pipeline.cloud.idle()
    expect(pipeline.alerts.slice(before)).toMatchObject([{ topic: 'talks', claims: [{ verdict: 'new' }] }])
  })

  it('tells once what a later text took back together with its topic', async () => {
    const upload = (name: string, text: string, published: string) =>
      pipeline.upload(`articles/${name}.txt`, text, { type: 'text/plain', metadata: { id: 'taken-back', published } })
    await upload('taken', 'The UN said peace talks would begin in Nairobi in May. It rained.', '2023-10-04')
    await pipeline.until<{ status?: unknown }>('/v1/articles/taken-back', ({ status }) => status === 'stored')
    await pipeline.cloud.idle()
    const before = pipeline.alerts.length
    await upload('taken-back', 'It rained.', '2023-10-05')
    await pipeline.until<{ article?: { text: string } }>(
      '/v1/articles/taken-back',
      ({ article }) => article?.text === 'It rained.',
    )
    await pipeline.cloud.idle()
    expect(pipeline.alerts.slice(before)).toMatchObject([
      { topic: 'talks', correction: true, claims: [], withdrawn: [{}] },
    ])
  })

  it('answers every list route', async () => {
    for (const route of ['articles', 'claims', 'figures', 'entities', 'alerts']) {
      const { status, body } = await pipeline.get(`/v1/${route}?limit=5`)
      expect({ route, status, isList: Array.isArray((body as Items<unknown>).items) }).toEqual({
        route,
        status: 200,
        isList: true,
      })
    }
    expect(await pipeline.get('/health')).toEqual({ status: 200, body: { status: 'ok' } })
  })
})

describe('uploads that can’t be read', () => {
  const bad: [name: string, body: string | Uint8Array, code: string][] = [
    ['empty.txt', '', 'empty'],
    ['binary.txt', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'binary'],
    ['latin.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20]), 'not-utf8'],
    ['large.txt', 'a '.repeat(600_000), 'too-large'],
    ['long.txt', 'a '.repeat(150_000), 'too-long'],
    ['broken.json', '{"text": "x"', 'bad-json'],
    ['nothing.html', '<html><body><script>1</script></body></html>', 'no-text'],
  ]

  it('are shown as rejected, each with its reason, and the good one among them is done', async () => {
    for (const [name, body] of bad) await pipeline.upload(`articles/bad/${name}`, body)
    await pipeline.upload('articles/bad/good.txt', 'A good one among bad ones.', { metadata: { id: 'good' } })
    await pipeline.until<{ status?: unknown }>('/v1/articles/good', ({ status }) => status === 'stored')
    await pipeline.cloud.idle()
    const { items } = (await pipeline.get('/v1/articles?status=rejected&limit=100')).body as Items<Rejected>
    expect(Object.fromEntries(items.map(({ key, code }) => [key, code]))).toEqual(
      Object.fromEntries(bad.map(([name, , code]) => [`articles/bad/${name}`, code])),
    )
    for (const { reason } of items) expect(reason).toMatch(/^(The|This) .+\.$/)
    expect(Object.values(pipeline.cloud.failures().deadLetters)).toEqual(expect.arrayContaining([0]))
  })
})

describe('the fixtures', () => {
  it('all end stored, with no message left behind', async () => {
    for (const name of readdirSync(FIXTURES).sort()) {
      await pipeline.upload(`articles/fixtures/${name}`, readFileSync(path.join(FIXTURES, name)))
    }
    await pipeline.cloud.idle()
    const { batches, deadLetters } = pipeline.cloud.failures()
    expect({ batches, dead: Object.values(deadLetters).reduce((a, b) => a + b, 0) }).toEqual({ batches: 0, dead: 0 })
  })
})
