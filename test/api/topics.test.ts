import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../lambdas/api/app.ts'
import { CachedTopics } from '../../lambdas/core/store/cached-topics.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { DynamoTopicStore } from '../../lambdas/core/store/dynamo-topic-store.ts'
import { MOST_OWN_TOPICS } from '../../lambdas/core/store/topic-store.ts'
import { MAX_TOPIC_BYTES } from '../../lambdas/core/topics/limits.ts'
import { withChecks } from '../../lambdas/ingest/check-requests.ts'
import { apiDeps } from '../support/api.ts'
import { aHead, aRuling } from '../support/records.ts'
import { startTableFor } from '../support/table.ts'
import { aTopic } from '../support/topics.ts'

let engine: Awaited<ReturnType<typeof startTableFor>>
let app: Hono
let store: DynamoTopicStore
let asked = 0
// Between them stands Lambda's Invoke, which the end-to-end test runs.
const ingest = withChecks(async (_: unknown) => expect.fail('no batch'))
const topicChecker = async () => ({
  check: async (checkTopic: string) => {
    asked++
    const answer = await ingest({ checkTopic })
    return answer.problems
  },
})

beforeAll(async () => {
  engine = await startTableFor('Api')
  store = new DynamoTopicStore(engine.granted)
  const log = { info: () => {}, error: (message: string) => expect.fail(message) }
  app = createApp(
    apiDeps({
      articles: new DynamoArticleStore(engine.granted),
      ledger: new DynamoLedger(engine.granted),
      topics: new CachedTopics(store, log),
      ownTopics: store,
      topicChecker,
      log,
    }),
  )
})
beforeEach(async () => {
  for (const { name } of await store.standing(true)) await store.remove(name, new Date().toISOString())
})
afterAll(() => engine.close())

const call = async (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>) => {
  const headers = { 'content-type': 'application/json' }
  const response = await app.request(path, { method, headers, ...(body !== undefined && { body }) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text && JSON.parse(text) }
}
const put = (topic = aTopic(), name = topic.name) => call('PUT', `/v1/topics/${name}`, JSON.stringify(topic, null, 2))
const names = async () => {
  const { body } = await call('GET', '/v1/topics')
  return body.items.map(({ name }: { name: string }) => name)
}

describe('PUT /v1/topics/{name}', () => {
  it('adds a topic once its examples come out as they say, and lists it at once', async () => {
    const { status, headers, body } = await put()
    expect({ status, location: headers.get('location') }).toEqual({ status: 201, location: '/v1/topics/dam' })
    expect(body).toMatchObject({ name: 'dam', title: 'The dam', did: 'added', since: body.changedAt })
    expect(await names()).toEqual(['corridor', 'talks', 'dam'])
    expect(await call('GET', '/v1/topics/dam')).toMatchObject({
      status: 200,
      body: { name: 'dam', since: body.since, removedAt: null, definition: aTopic() },
    })
  })

  it('changes one that stands, and does nothing for the same file again', async () => {
    const { body: added } = await put()
    expect(await put()).toMatchObject({ status: 200, body: { did: 'unchanged', since: added.since } })
    expect(await put(aTopic({ title: 'Dams' }))).toMatchObject({
      status: 200,
      body: { did: 'changed', title: 'Dams', since: added.since },
    })
  })

  it('names line and reason of a file that can’t be taken, and only asks for examples where all else is right', async () => {
    const before = asked
    const broken = await call('PUT', '/v1/topics/dam', '{\n  "name": "dam",\n  "title" "The dam"\n}')
    expect(broken.status).toBe(422)
    expect(broken.headers.get('content-type')).toBe('application/problem+json')
    expect(broken.body).toMatchObject({
      type: 'urn:claimwire:problem:bad-topic',
      detail: 'Line 3: not JSON: expected ":", got "\\""',
      problems: [{ line: 3, reason: 'not JSON: expected ":", got "\\""' }],
    })
    expect(asked).toBe(before)
    const { status, body } = await put(aTopic({ examples: { matches: ['It rained.', 'It snowed.'], ignores: [] } }))
    expect({ status, lines: body.problems.map(({ line }: { line: number }) => line) }).toEqual({
      status: 422,
      lines: [11, 12],
    })
    expect(body.detail).toContain('and 1 more')
    expect(asked).toBe(before + 1)
    expect(await names()).toEqual(['corridor', 'talks'])
  })

  it.each(['corridor', 'talks'])('refuses the name of the shipped topic %s, to add, change or remove', async name => {
    for (const answer of [await put(aTopic({ name })), await call('DELETE', `/v1/topics/${name}`)]) {
      expect(answer).toMatchObject({ status: 409, body: { type: 'urn:claimwire:problem:shipped-topic' } })
    }
  })

  it('refuses a file of another name, or a name that is none', async () => {
    expect(await put(aTopic(), 'dams')).toMatchObject({
      status: 422,
      body: { problems: [{ line: 2, reason: 'name: “dam” in the file, but “dams” in the address' }] },
    })
    for (const name of ['__proto__', 'The%20dam', 'd'.repeat(41), 'd%C3%A4mme']) {
      expect(await put(aTopic(), name)).toMatchObject({ status: 400, body: { field: 'name' } })
    }
    for (const name of ['constructor', '-', 'd'.repeat(40)])
      expect(await put(aTopic({ name }))).toMatchObject({ status: 201 })
    expect((await call('GET', '/v1/alerts')).status).toBe(200)
  })

  it(`takes ${MAX_TOPIC_BYTES} bytes and not one more, and UTF-8 only`, async () => {
    const file = JSON.stringify(aTopic())
    expect((await call('PUT', '/v1/topics/dam', file.padEnd(MAX_TOPIC_BYTES))).status).toBe(201)
    expect(await call('PUT', '/v1/topics/dam', file.padEnd(MAX_TOPIC_BYTES + 1))).toMatchObject({
      status: 413,
      body: { detail: 'The file has 100,001 bytes; at most 100,000 are read.' },
    })
    expect(await call('PUT', '/v1/topics/dam', new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({
      status: 422,
      body: { problems: [{ line: 1, reason: 'the file is not in UTF-8' }] },
    })
  })

  it(`takes ${MOST_OWN_TOPICS} topics and not one more`, async () => {
    for (let i = 0; i < MOST_OWN_TOPICS - 1; i++)
      await store.add(aTopic({ name: `own-${i}` }), new Date().toISOString())
    expect((await put(aTopic({ name: 'last' }))).status).toBe(201)
    expect(await put(aTopic({ name: 'one-more' }))).toMatchObject({
      status: 409,
      body: { type: 'urn:claimwire:problem:too-many-topics', detail: expect.stringContaining('remove one first') },
    })
    expect((await put(aTopic({ name: 'last', title: 'Changed' }))).status).toBe(200)
  })
})

describe('DELETE /v1/topics/{name}', () => {
  it('ends the watch, and leaves the topic and what was judged to be asked for by name', async () => {
    const { body: added } = await put()
    const ruling = aRuling({ id: 'al_dam', topic: 'dam', article: aHead({ id: 'road' }) })
    await new DynamoLedger(engine.table).keep(ruling, [])
    expect(await call('DELETE', '/v1/topics/dam')).toMatchObject({ status: 204, body: '' })
    expect(await names()).toEqual(['corridor', 'talks'])
    expect(await call('GET', '/v1/topics/dam')).toMatchObject({
      status: 200,
      body: { since: added.since, removedAt: expect.any(String), definition: aTopic() },
    })
    expect(await call('GET', '/v1/alerts?topic=dam')).toMatchObject({
      status: 200,
      body: { items: [{ id: 'al_dam' }] },
    })
  })

  it('answers 404 for one that is not there', async () => {
    expect(await call('DELETE', '/v1/topics/nothing')).toMatchObject({ status: 404 })
    expect(await call('GET', '/v1/topics/nothing')).toMatchObject({ status: 404 })
    expect(await call('GET', '/v1/claims?topic=nothing')).toMatchObject({ status: 400, body: { field: 'topic' } })
  })
})
