import path from 'node:path'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { allRoutes } from '../../lambdas/api/routes.ts'
import { ASIDE, EXPIRES } from '../../lambdas/core/store/keys.ts'
import { startLocalCloud } from '../../local/cloud/local-cloud.ts'
import type { Template } from '../../local/cloud/template/template.ts'
import { synthesised } from '../run/folder.ts'
import { type Pipeline, startPipeline } from '../support/pipeline.ts'
import { giveUpAfter, sweep } from '../support/sweep.ts'

const NEWS = 'Mediators said on Sunday that ceasefire talks had resumed in Geneva.'
const EVERYBODY = 'everybody@example.org'
type Line = Record<string, unknown>

/** What the functions wrote, behind the function's name. */
const written = (lines: readonly string[]): Line[] =>
  lines.flatMap(line => (line.includes('{') ? [JSON.parse(line.slice(line.indexOf('{')))] : []))
const counts = (lines: readonly string[], name: string): unknown[] =>
  written(lines).flatMap(line => (name in line ? [line[name]].flat() : []))

describe('a canary', () => {
  const lines: string[] = []
  const published: string[] = []
  let pipeline: Pipeline
  let canaryIds: string[]
  const times = () => counts(lines, 'Time-canary').map(Number)

  beforeAll(async () => {
    pipeline = await startPipeline(null, { log: line => lines.push(line) })
    const { cloud, upload } = pipeline
    cloud.onPublished(({ topicArn }) => published.push(topicArn))
    await fetch(`${cloud.apiUrl}/v1/subscriptions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: 'email', address: EVERYBODY }),
    })
    await upload('articles/news.txt', NEWS)
    await sweep(cloud, 0)
    // In an hour the last canary lies there as long as the news.
    expect(await sweep(cloud, 60)).toEqual({ examined: 1, uploads: 0, claims: 0, cut: false })
    await vi.waitFor(() => expect(times()).toHaveLength(2))
    const isCanary = ({ message, articleId }: Line) =>
      message === 'claims judged' && String(articleId).startsWith('canary')
    canaryIds = written(lines)
      .filter(isCanary)
      .map(({ articleId }) => String(articleId))
  })
  afterAll(() => pipeline?.cloud.close())

  it('goes all the way each time, and how long it took is told', () => {
    expect(counts(lines, 'CanariesArrived')).toEqual([1, 1])
    for (const time of times()) expect(time).toBeLessThan(20_000)
    const topics = Object.entries(pipeline.cloud.refs('AWS::SNS::Topic'))
    const of = (name: string) => topics.find(([id]) => id.startsWith(name))![1]
    expect(published.sort()).toEqual([of('Alerts'), of('Canary'), of('Canary')])
  })

  it('is told to nobody, not to those either who get every alert', () => {
    const letters = pipeline.cloud.mail(EVERYBODY)
    expect(letters.match(/^Subject: \[.*/gm)).toEqual([expect.stringContaining('[talks]')])
    expect(letters).not.toMatch(/canar/i)
  })

  it('counts as no article', () => {
    expect(counts(lines, 'Articles')).toEqual([1])
    const judged = written(lines).filter(({ service, _aws }) => service === 'alert' && _aws)
    expect(judged.map(({ topic }) => topic)).toEqual(['talks'])
  })

  it('stands in no list, no export, no feed and under no id', async () => {
    const lists = (await allRoutes()).filter(({ method, path }) => method === 'get' && !path.includes('{'))
    const paths = [...lists.map(({ path }) => path), '/v1/articles?status=rejected', '/v1/topics/talks/feed']
    const words = ['/v1/claims?q=flown', '/v1/articles?q=gate', '/v1/entities?q=keeper']
    expect(lists.length).toBeGreaterThan(7)
    for (const route of [...paths, ...words]) {
      for (const accept of ['application/json', 'text/csv']) {
        const answer = await fetch(`${pipeline.cloud.apiUrl}${route}`, { headers: { accept } })
        expect({ route, status: answer.status, text: await answer.text() }).toEqual({
          route,
          status: expect.toBeOneOf([200, 406]),
          text: expect.not.stringMatching(/canar|through the gate/i),
        })
      }
    }
    expect(canaryIds).toHaveLength(2)
    for (const id of canaryIds) expect(await pipeline.get(`/v1/articles/${id}`)).toMatchObject({ status: 404 })
    expect((await pipeline.get('/v1/claims?topic=~canary')).status).toBe(400)
    expect(await pipeline.get('/v1/claims')).toMatchObject({ body: { items: [{ topics: ['talks'] }] } })
  })

  it('has an end, and nothing but it has', async () => {
    const [TableName] = Object.values(pipeline.cloud.refs('AWS::DynamoDB::GlobalTable'))
    const { Items = [] } = await pipeline.cloud.clients.dynamodb.send(new ScanCommand({ TableName }))
    const isAside = ({ pk }: (typeof Items)[number]) => pk!.S!.endsWith(ASIDE)
    const [aside, kept] = [Items.filter(isAside), Items.filter(item => !isAside(item))]
    expect(aside.length).toBeGreaterThan(10)
    const day = Date.now() / 1000 + 86_400
    for (const item of aside) expect(Math.abs(Number(item[EXPIRES]?.N) - day)).toBeLessThan(60)
    expect(kept.length).toBeGreaterThan(5)
    expect(kept.filter(item => EXPIRES in item || /canar/i.test(JSON.stringify(item)))).toEqual([])
  })
})

/** Without the resources that are of that type and fit. */
function without(template: Template, type: string, fits: (id: string) => boolean): Template {
  const kept = Object.entries(template.Resources).filter(([id, { Type }]) => Type !== type || !fits(id))
  return { ...template, Resources: Object.fromEntries(kept) }
}
/** The alert function may read and write all that it does, and publish nothing. */
function unpublished(template: Template): Template {
  const copy = structuredClone(template)
  for (const { Type, Properties } of Object.values(copy.Resources)) {
    if (Type !== 'AWS::IAM::Policy') continue
    const document = Properties!.PolicyDocument as { Statement: { Action: string | string[] }[] }
    document.Statement = document.Statement.filter(({ Action }) => Action !== 'sns:Publish')
  }
  return copy
}

describe('a canary that doesn’t arrive', () => {
  let close = async () => {}
  afterEach(() => close())

  it.each([
    [
      'nobody works on the claims queue',
      'unjudged',
      (template: Template) => without(template, 'AWS::Lambda::EventSourceMapping', id => id.startsWith('Alert')),
    ],
    ['its alert may not be published', 'pending', unpublished],
  ])('is told as missed, with how far it came: %s', async (_, reached, broken) => {
    const lines: string[] = []
    const cloud = await startLocalCloud({
      template: giveUpAfter(1, broken(await synthesised())),
      projectRoot: path.resolve(import.meta.dirname, '../..'),
      dataDir: null,
      retryAfterSeconds: 0,
      log: line => lines.push(line),
    })
    close = () => cloud.close()
    const missed = () => written(lines).filter(({ message }) => message === 'canary missed')
    // The first one may meet functions that are still starting.
    for (let sweeps = 1; sweeps < 5 && missed().at(-1)?.reached !== reached; sweeps++) {
      await sweep(cloud, 0)
      await vi.waitFor(() => expect(counts(lines, 'CanariesArrived')).toEqual(Array(sweeps).fill(0)))
    }
    expect(missed().at(-1)).toMatchObject({ level: 'error', reached })
  })
})
