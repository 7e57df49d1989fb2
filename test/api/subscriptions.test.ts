import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  GetSubscriptionAttributesCommand,
  SubscribeCommand,
  type SubscribeCommandInput,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns'
import type { Hono } from 'hono/tiny'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { SUBSCRIPTIONS } from '../../lambdas/core/store/keys.ts'
import type { LocalCloud } from '../../local/cloud/local-cloud.ts'
import { deadLettersOf, retriesOf } from '../../local/cloud/sns/redelivery.ts'
import { aHead, aJudgedClaim, aRuling } from '../support/records.ts'
import { DEAD_LETTERS, startSubscriptionsApi } from '../support/subscriptions-api.ts'
import { startTableFor } from '../support/table.ts'

let engine: Awaited<ReturnType<typeof startTableFor>>
let cloud: LocalCloud
let topicArn: string
let app: Hono
const logged: unknown[] = []
const log = { info: (...line: unknown[]) => logged.push(line), error: (...line: unknown[]) => logged.push(line) }

beforeAll(async () => {
  engine = await startTableFor('Api')
})
beforeEach(async () => {
  ;({ app, cloud, topicArn } = await startSubscriptionsApi(engine.granted, log))
})
afterEach(async () => {
  for (const { sk } of await engine.table.all(SUBSCRIPTIONS, true)) await engine.table.delete({ pk: SUBSCRIPTIONS, sk })
  await cloud.close()
})
afterAll(() => engine.close())

interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  body: any
}
async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await app.request(`/v1/subscriptions${path}`, { method, ...json })
  return { status: response.status, body: response.status === 204 ? null : await response.json() }
}
const subscribe = (given: object = {}) => ask('POST', '', { protocol: 'email', address: 'you@example.org', ...given })
const elsewhere = (given: Partial<SubscribeCommandInput>) =>
  cloud.clients.sns.send(new SubscribeCommand({ TopicArn: topicArn, Protocol: 'email', Endpoint: 'a@b.org', ...given }))

describe('a subscription', () => {
  it('is made, shown, listed, changed and ended', async () => {
    const filter = { topic: ['talks'], verdict: ['new'], source: ['Example Wire'], entity: ['place:baku'], q: 'Truce' }
    const made = await subscribe({ filter, note: 'For the talks desk' })
    const stands = { protocol: 'email', address: 'you@example.org', status: 'confirmed', note: 'For the talks desk' }
    expect(made).toMatchObject({ status: 201, body: { ...stands, filter: { ...filter, q: 'truce' } } })
    const { id } = made.body
    expect(id).toMatch(/^[\w-]{10,64}$/)
    expect((await ask('GET', `/${id}`)).body).toMatchObject({ id, ...stands, createdAt: made.body.createdAt })
    expect((await ask('GET', '')).body).toMatchObject({ items: [{ id, ...stands }] })

    const changed = await ask('PUT', `/${id}`, { filter: { topic: ['corridor'] } })
    expect(changed.body).toMatchObject({ id, filter: { topic: ['corridor'] }, note: 'For the talks desk' })
    expect(changed.body.hints.join()).toContain('15 minutes')
    expect((await ask('PUT', `/${id}`, { note: null })).body).toMatchObject({
      filter: { topic: ['corridor'] },
      note: null,
    })
    expect((await ask('PUT', `/${id}`, { filter: {} })).body.filter).toEqual({})

    expect((await ask('DELETE', `/${id}`)).status).toBe(204)
    expect((await ask('GET', `/${id}`)).status).toBe(404)
    expect((await ask('DELETE', `/${id}`)).status).toBe(404)
    expect((await ask('GET', '')).body).toEqual({ items: [] })
  })

  it('is one, however often it is made; another filter for the address is told which one to change', async () => {
    const first = await subscribe({ filter: { topic: ['talks'] }, note: 'one' })
    const again = await subscribe({ filter: { topic: ['talks'] }, note: 'two' })
    expect(again).toMatchObject({
      status: 201,
      body: { id: first.body.id, createdAt: first.body.createdAt, note: 'two' },
    })
    const other = await subscribe({ filter: { topic: ['corridor'] } })
    expect(other).toMatchObject({ status: 409, body: { type: 'urn:claimwire:problem:already-subscribed' } })
    expect(other.body.detail).toContain(`PUT /v1/subscriptions/${first.body.id}`)
  })

  it('has its dead-letter queue, and a webhook is tried for three quarters of an hour', async () => {
    await subscribe({ protocol: 'sqs', address: 'arn:aws:sqs:us-east-1:000000000000:mine' })
    expect(cloud.failures().deadLetters).toEqual({ Dead: 0 })
    const { id } = (await subscribe({ protocol: 'http', address: 'http://127.0.0.1:9/hook' })).body
    const command = new GetSubscriptionAttributesCommand({ SubscriptionArn: `${topicArn}:${id}` })
    const { RedrivePolicy, DeliveryPolicy } = (await cloud.clients.sns.send(command)).Attributes!
    expect(deadLettersOf(RedrivePolicy!)).toBe(DEAD_LETTERS)
    const minutes = retriesOf(DeliveryPolicy).reduce((sum, delay) => sum + delay, 0) / 60
    expect(minutes).toBeGreaterThan(45)
    expect(minutes).toBeLessThan(60)
  })

  it('lists what was made elsewhere too, page by page, each once', async () => {
    for (let i = 0; i < 4; i++) await elsewhere({ Endpoint: `reader-${i}@example.org` })
    await elsewhere({ Endpoint: 'odd@example.org', Attributes: { FilterPolicy: '{"topic":[{"prefix":"t"}]}' } })
    await subscribe({ note: 'mine' })
    const ids: string[] = []
    const notes: unknown[] = []
    const odd: unknown[] = []
    for (let cursor = ''; ; ) {
      const { body } = await ask('GET', `?limit=4${cursor && `&cursor=${cursor}`}`)
      ids.push(...body.items.map((item: { id: string }) => item.id))
      notes.push(...body.items.flatMap((item: { note: string | null }) => item.note ?? []))
      odd.push(...body.items.filter((item: { filter: unknown }) => item.filter === null))
      if (!body.next) break
      cursor = body.next
    }
    expect(ids).toHaveLength(6)
    expect(ids).toEqual([...new Set(ids)].sort())
    expect(notes).toEqual(['mine'])
    expect(odd).toMatchObject([{ address: 'odd@example.org', createdAt: null }])
  })

  it('goes on from no cursor that it didn’t give', async () => {
    for (const cursor of ['!', 'cnViYmlzaCE', 'x'.repeat(300)]) {
      expect(await ask('GET', `?cursor=${cursor}`)).toMatchObject({ status: 400, body: { field: 'cursor' } })
    }
  })

  it('takes its note with it where it was ended by the link in a mail', async () => {
    const { id } = (await subscribe({ note: 'mine' })).body
    await cloud.clients.sns.send(new UnsubscribeCommand({ SubscriptionArn: `${topicArn}:${id}` }))
    expect((await ask('GET', '')).body).toEqual({ items: [] })
    expect(await engine.table.all(SUBSCRIPTIONS, true)).toEqual([])
  })

  it('shows no password that stands in a URL', async () => {
    const made = await subscribe({ protocol: 'https', address: 'https://me:secret@hooks.example.org/in' })
    expect(made.body.address).toBe('https://me:***@hooks.example.org/in')
  })

  it('is filtered by the topics that are watched', async () => {
    expect(await subscribe({ filter: { topic: ['weather'] } })).toMatchObject({
      status: 400,
      body: { field: 'filter.topic', allowed: ['corridor', 'talks'] },
    })
  })
})

describe('a webhook', () => {
  let hook: Server
  let confirmations: string[]
  beforeEach(async () => {
    confirmations = []
    hook = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      confirmations.push(JSON.parse(body).SubscribeURL)
      response.end()
    })
    await new Promise<void>(done => hook.listen(0, '127.0.0.1', done))
  })
  afterEach(() => {
    hook.closeAllConnections()
    hook.close()
  })

  it('is pending, listed and not to be ended until it confirms', async () => {
    const address = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
    const { body } = await subscribe({ protocol: 'http', address })
    expect(body).toMatchObject({
      status: 'pending',
      hints: [expect.stringContaining('SubscribeURL'), expect.anything()],
    })
    expect((await ask('GET', '')).body.items).toMatchObject([{ id: body.id, status: 'pending' }])
    expect(await ask('DELETE', `/${body.id}`)).toMatchObject({
      status: 409,
      body: { type: 'urn:claimwire:problem:pending', detail: expect.stringContaining('two days') },
    })
    while (confirmations.length === 0) await new Promise(done => setTimeout(done, 5))
    await fetch(confirmations[0]!)
    expect((await ask('GET', `/${body.id}`)).body.status).toBe('confirmed')
    expect((await ask('DELETE', `/${body.id}`)).status).toBe(204)
  })
})

describe('the limits of SNS', () => {
  it('are told: 200 filtered subscriptions', async () => {
    for (let i = 0; i < 200; i++) {
      await elsewhere({ Endpoint: `r${i}@example.org`, Attributes: { FilterPolicy: '{"topic":["talks"]}' } })
    }
    const refused = await subscribe({ filter: { topic: ['talks'] } })
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:claimwire:problem:too-many-filters' } })
    expect(refused.body.detail).toMatch(/200 filter policies.*Delete a subscription/)
    const { body } = await subscribe()
    expect(await ask('PUT', `/${body.id}`, { filter: { topic: ['talks'] } })).toMatchObject({ status: 409 })
  })

  it.each([
    [
      '150 combinations',
      { filter: { entity: Array.from({ length: 90 }, (_, i) => `place:p${i}`), q: 'a' } },
      'filter',
      /182 combinations/,
    ],
    ['one word', { filter: { q: 'two words' } }, 'filter.q', /one word: SNS/],
    ['ids of entities', { filter: { entity: ['Lachin'] } }, 'filter.entity.0', /place:lachin-corridor/],
    ['no repeats', { filter: { verdict: ['repeat'] } }, 'filter.verdict.0', /withdrawn/],
    ['an e-mail address', { address: 'nobody' }, 'address', /you@example.org/],
    ['https', { protocol: 'https', address: 'http://example.org' }, 'address', /https:\/\//],
    ['http on this machine only', { protocol: 'http', address: 'http://example.org' }, 'address', /by https/],
    ['standard queues', { protocol: 'sqs', address: 'arn:aws:sqs:us-east-1:000000000000:q.fifo' }, 'address', /FIFO/],
    ['a country code', { protocol: 'sms', address: '0301234' }, 'address', /country code/],
    ['ASCII', { address: 'x\ud800@example.org' }, 'address', /ASCII/],
    ['a known protocol', { protocol: 'lambda' }, 'protocol', /email/],
    ['a note of one line', { note: 'a\nb' }, 'note', /one line/],
  ])('%s', async (_, given, field, detail) => {
    const { status, body } = await subscribe(given)
    expect({ status, field: body.field }).toEqual({ status: 400, field })
    expect(body.detail).toMatch(detail)
  })

  it.each(['a:b', 'a/b', '..', 'x'.repeat(101), 'é'])('asks SNS of no id that none could have: %s', async id => {
    expect((await ask('GET', `/${encodeURIComponent(id)}`)).status).toBeGreaterThanOrEqual(400)
    expect((await ask('GET', `/${encodeURIComponent(id)}`)).status).toBeLessThan(500)
  })
})

describe('an estimate', () => {
  it('counts the alerts that the filter would have let through, and shows the latest', async () => {
    const ledger = new DynamoLedger(engine.table)
    for (let day = 1; day <= 20; day++) {
      const at = `2024-03-${String(day).padStart(2, '0')}T10:00:00.000Z`
      const verdict = day % 2 ? 'new' : 'update'
      const claims = [aJudgedClaim({ verdict, entities: day % 5 ? [] : ['place:baku'] })]
      const status = day === 7 ? 'silent' : 'sent'
      await ledger.keep(aRuling({ id: `al_${day}`, article: aHead({ id: `day-${day}`, at }), claims, status }), [])
    }
    const estimated = async (filter: object) =>
      (await ask('POST', '/estimate', { filter, until: '2024-03-31T00:00:00Z' })).body
    expect(await estimated({})).toMatchObject({ alerts: 19, isLowerBound: false, days: 30 })
    expect(await estimated({ topic: ['talks'] })).toMatchObject({ alerts: 0, latest: [] })
    expect(await estimated({ verdict: ['new'] })).toMatchObject({ alerts: 9, latest: [{ id: 'al_19' }, {}, {}] })
    expect(await estimated({ entity: ['place:baku'], q: 'road' })).toMatchObject({ alerts: 4 })
  })

  it('is of the last 30 days where no end is given, and asks for nothing', async () => {
    const { status, body } = await ask('POST', '/estimate', {})
    expect({ status, alerts: body.alerts }).toEqual({ status: 200, alerts: 0 })
    expect(Date.now() - Date.parse(body.until)).toBeLessThan(60_000)
  })
})

describe('the log', () => {
  it('has no address of anybody', async () => {
    logged.length = 0
    await subscribe({ address: 'private@example.org' })
    await subscribe({ address: 'private@example.org', filter: { topic: ['talks'] } })
    await subscribe({ protocol: 'sms', address: '+37410123456' })
    cloud.clients.sns.destroy()
    await cloud.close()
    expect((await subscribe({ address: 'private@example.org' })).status).toBe(500)
    expect(JSON.stringify(logged)).not.toMatch(/private|37410/)
  })
})
