import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Alert } from '../../lambdas/core/notify/alert.ts'
import type { Reason } from '../../lambdas/core/subscriptions/notes.ts'
import { type Pipeline, startPipeline } from '../support/pipeline.ts'

const NEWS = {
  ambulances: 'The Red Cross said on Friday that the Lachin corridor was open to ambulances again.',
  resumed: 'Mediators said the peace talks between Armenia and Azerbaijan had resumed in Brussels.',
  winter: 'Turkish officials said the Zangezur corridor would be closed to lorries until winter.',
  lorries: 'Residents said 412 lorries had passed the Lachin corridor on Monday.',
  bridge: 'Police said a bridge on the Lachin corridor had collapsed.',
  mines: 'The army denied that the Lachin corridor was mined.',
  tbilisi: 'The president said the peace talks would move to Tbilisi.',
  apples: 'Farmers said 90 tonnes of apples were rotting at the Lachin corridor checkpoint.',
  flour: 'Bakers said flour had come through the Lachin corridor for the first time.',
}
let pipeline: Pipeline
const logged: string[] = []

beforeAll(async () => {
  // The 5 to 120 s between attempts on a webhook are 5 to 120 ms here.
  pipeline = await startPipeline(null, { webhookRetryMs: 20, log: line => logged.push(line) })
})
afterAll(() => pipeline?.cloud.close())

const ask = async (method: string, path: string, body?: object) => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${pipeline.cloud.apiUrl}${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  expect(response.status, await response.clone().text()).toBeLessThan(300)
  return response.status === 204 ? null : ((await response.json()) as { id: string; status: string })
}
const subscribe = async (given: object) => (await ask('POST', '/v1/subscriptions', given))!
/** The alerts that they bring. */
async function upload(...names: (keyof typeof NEWS)[]): Promise<Alert[]> {
  const before = pipeline.alerts.length
  for (const title of names) {
    const article = { title, source: 'Example Wire', publishedAt: '2023-09-10T00:00:00Z', text: NEWS[title] }
    await pipeline.upload(`articles/${title}.json`, JSON.stringify(article), { type: 'application/json' })
  }
  await pipeline.cloud.idle()
  const alerts = pipeline.alerts.slice(before)
  expect(new Set(alerts.map(({ article }) => article.title))).toEqual(new Set(names))
  return alerts
}

describe('a subscription', () => {
  it('that is filtered to talks gets no alert on the corridor, and one to an entity only its own', async () => {
    await subscribe({ protocol: 'email', address: 'talks@example.org', filter: { topic: ['talks'] } })
    const entity = { entity: ['place:zangezur-corridor'] }
    const { id } = await subscribe({
      protocol: 'email',
      address: 'zangezur@example.org',
      filter: entity,
      note: 'My road',
    })
    const word = { protocol: 'email', address: 'word@example.org', filter: { q: 'ambulances', verdict: ['new'] } }
    await subscribe(word)
    await subscribe({ protocol: 'email', address: 'all@example.org' })

    const alerts = await upload('ambulances', 'resumed', 'winter')
    expect(new Set(alerts.map(({ topic }) => topic))).toEqual(new Set(['corridor', 'talks']))
    const subjects = (address: string) =>
      [...pipeline.cloud.mail(address).matchAll(/^Subject: \[(\w+)\].*: (.*)$/gm)].map(([, topic, title]) => [
        topic,
        title,
      ])
    expect(subjects('all@example.org')).toHaveLength(alerts.length)
    expect(new Set(subjects('talks@example.org').map(([topic]) => topic))).toEqual(new Set(['talks']))
    expect(subjects('talks@example.org')).toHaveLength(alerts.filter(({ topic }) => topic === 'talks').length)
    expect(subjects('zangezur@example.org')).toEqual([['corridor', 'winter']])
    expect(subjects('word@example.org')).toEqual([['corridor', 'ambulances']])

    const why = `Why you get this: it fits the subscription\n  My road (${id})\n`
    expect(pipeline.cloud.mail('zangezur@example.org')).toContain(why)
    expect(pipeline.cloud.mail('talks@example.org')).not.toContain('My road')
    const machine = alerts.find(({ article }) => article.title === 'winter') as Alert & { reasons: Reason[] }
    expect(machine.reasons).toEqual([{ subscription: id, note: 'My road' }])
  })

  it('that is changed gets what it asks for now, and one that is ended nothing', async () => {
    const { id } = await subscribe({ protocol: 'email', address: 'changing@example.org', filter: { topic: ['talks'] } })
    await ask('PUT', `/v1/subscriptions/${id}`, { filter: { topic: ['corridor'] } })
    await upload('lorries')
    const letters = () => pipeline.cloud.mail('changing@example.org')
    expect(letters()).toContain('[corridor]')
    expect(letters()).not.toContain('[talks]')
    await ask('DELETE', `/v1/subscriptions/${id}`)
    const before = letters()
    await upload('bridge')
    expect(letters()).toBe(before)
  })
})

describe('a webhook', () => {
  let hook: Server
  let port: number
  let isDown = false
  let isGone = false
  const got: Alert[] = []
  const listen = () =>
    new Promise<void>(done => {
      hook = createServer(async (request, response) => {
        let body = ''
        for await (const chunk of request) body += chunk
        const { SubscribeURL, Message } = JSON.parse(body)
        if (isDown) return response.writeHead(503).end()
        if (isGone) return response.writeHead(410).end()
        if (SubscribeURL) await fetch(SubscribeURL)
        else got.push(JSON.parse(Message))
        response.end()
      }).listen(port, '127.0.0.1', () => {
        port = (hook.address() as AddressInfo).port
        done()
      })
    })
  const end = () =>
    new Promise(done => {
      hook.closeAllConnections()
      hook.close(done)
    })
  beforeEach(async () => {
    port = 0
    await listen()
  })
  afterEach(end)

  it('that is down for a while gets every alert once it is back', async () => {
    const address = `http://127.0.0.1:${port}/private-path`
    const { id } = await subscribe({ protocol: 'http', address })
    await pipeline.until<{ status: string }>(`/v1/subscriptions/${id}`, ({ status }) => status === 'confirmed')

    isDown = true
    const missed = await upload('mines')
    await end()
    missed.push(...(await upload('tbilisi', 'flour')))
    expect(missed.length).toBeGreaterThan(2)
    expect(got).toEqual([])
    await listen()
    await new Promise(done => setTimeout(done, 100))
    isDown = false
    const ids = (alerts: Alert[]) => new Set(alerts.map(({ id }) => id))
    for (const last = Date.now() + 5_000; ids(got).size < ids(missed).size && Date.now() < last; ) {
      await new Promise(done => setTimeout(done, 20))
    }
    expect(ids(got)).toEqual(ids(missed))
    expect(pipeline.cloud.failures()).toMatchObject({ undelivered: 0 })
    expect(Object.values(pipeline.cloud.failures().deadLetters).every(depth => depth === 0)).toBe(true)
  })

  it('that is gone for good leaves its alerts in the dead-letter queue, each with its subscription', async () => {
    const { id } = await subscribe({
      protocol: 'http',
      address: `http://127.0.0.1:${port}/gone`,
      filter: { q: 'apples' },
    })
    await pipeline.until<{ status: string }>(`/v1/subscriptions/${id}`, ({ status }) => status === 'confirmed')
    isGone = true
    const [alert] = await upload('apples')
    const { cloud } = pipeline
    const [, QueueUrl] = Object.entries(cloud.refs('AWS::SQS::Queue')).find(([name]) => name.startsWith('AlertsDead'))!
    const { Messages } = await cloud.clients.sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }))
    const { Message, UnsubscribeURL } = JSON.parse(Messages![0]!.Body!)
    expect(JSON.parse(Message)).toMatchObject({ id: alert!.id })
    expect(UnsubscribeURL).toContain(id)
    expect(cloud.failures()).toMatchObject({ undelivered: 0 })
  })

  it('has its address in no log, and no reader has theirs', () => {
    expect(logged.join('\n')).toContain('claims judged')
    expect(logged.join('\n')).not.toMatch(/private-path|@example\.org/)
  })
})
