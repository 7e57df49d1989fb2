import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARTICLES, loadFixtures } from '../../fixtures/load.ts'
import { type Pipeline, startPipeline } from '../support/pipeline.ts'

interface Line {
  [field: string]: unknown
  message?: string
  _aws?: { CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string }[] }[] }
}

let pipeline: Pipeline
let texts: string[]
const lines: string[] = []
const ADDRESS = 'reader@example.org'

beforeAll(async () => {
  pipeline = await startPipeline(null, { log: line => lines.push(line) })
  const body = JSON.stringify({ protocol: 'email', address: ADDRESS, note: 'everything that is said about the talks' })
  const headers = { 'content-type': 'application/json' }
  await fetch(`${pipeline.cloud.apiUrl}/v1/subscriptions`, { method: 'POST', headers, body })
  const files = loadFixtures().map(({ fileName }) => fileName)
  for (const name of files) await pipeline.upload(`articles/${name}`, readFileSync(new URL(name, ARTICLES)))
  await pipeline.upload('articles/bad.json', '{"text": "Mediators said in Doha that the hostage talks had collapsed')
  await pipeline.cloud.idle()
  const { items } = (await pipeline.get('/v1/articles?limit=100')).body as { items: { id: string }[] }
  const articles = await Promise.all(items.map(async ({ id }) => (await pipeline.get(`/v1/articles/${id}`)).body))
  texts = (articles as { article: { text: string; title: string | null } }[]).flatMap(({ article }) => [
    article.text,
    ...(article.title ? [article.title] : []),
  ])
}, 60_000)
afterAll(() => pipeline?.cloud.close())

/** What the functions wrote, behind the function's name that the local cloud puts before it. */
const written = (): Line[] =>
  lines.flatMap(line => (line.includes('{') ? [JSON.parse(line.slice(line.indexOf('{')))] : []))
const logged = () => written().filter(({ _aws }) => !_aws)
const total = (name: string, field?: string, value?: string): number =>
  written()
    .filter(line => line._aws && name in line && (field === undefined || line[field] === value))
    .reduce((sum, line) => sum + [line[name]].flat().reduce<number>((all, n) => all + Number(n), 0), 0)

/** Any five words in a row of what was uploaded. */
function phrases(text: string): string[] {
  const words = text.split(/\s+/).filter(word => word !== '')
  return words.slice(0, -4).map((_, i) => words.slice(i, i + 5).join(' '))
}

describe('the logs', () => {
  it('hold nothing of what an article says, no address and no note', () => {
    const all = lines.join('\n')
    const found = texts.flatMap(phrases).filter(phrase => all.includes(phrase))
    expect(texts.join(' ').length).toBeGreaterThan(10_000)
    expect(found).toEqual([])
    for (const secret of [ADDRESS, 'everything that is said', 'hostage talks']) expect(all).not.toContain(secret)
  })

  it('are lines of JSON that name the message and the article, so that one can be followed', () => {
    const read = logged().filter(({ message }) => message === 'article read')
    const judged = logged().filter(({ message }) => message === 'claims judged')
    expect(read.length).toBeGreaterThan(10)
    for (const line of [...read, ...judged]) {
      expect(line).toMatchObject({ level: 'info', messageId: expect.any(String), articleId: expect.any(String) })
    }
    const ids = new Set(read.map(({ articleId }) => articleId))
    expect(judged.filter(({ articleId }) => !ids.has(articleId))).toEqual([])
  })
})

describe('the metrics', () => {
  it('count what was done', () => {
    const read = logged().filter(({ message }) => message === 'article read')
    expect(total('Articles')).toBe(read.length)
    expect(total('Claims')).toBe(read.reduce((sum, { claims }) => sum + Number(claims), 0))
    expect(total('Rejected')).toBe(1)
    expect(total('Alerts')).toBe(pipeline.alerts.length)
    expect(total('Alerts', 'topic', 'talks')).toBe(pipeline.alerts.filter(({ topic }) => topic === 'talks').length)
    const judged = logged().filter(({ message }) => message === 'claims judged')
    const verdicts = ['new', 'repeat', 'update', 'contradiction'].map(verdict => total(`Verdicts-${verdict}`))
    expect(verdicts.reduce((sum, n) => sum + n)).toBe(judged.reduce((sum, { claims }) => sum + Number(claims), 0))
    for (const stage of ['read', 'extract', 'store', 'judge', 'publish'])
      expect(total(`Time-${stage}`)).toBeGreaterThan(0)
  })

  it('have few dimensions, of few values', () => {
    const sets = written().flatMap(({ _aws }) => _aws?.CloudWatchMetrics ?? [])
    expect(new Set(sets.map(({ Namespace }) => Namespace))).toEqual(new Set(['Claimwire']))
    const names = new Set(sets.flatMap(({ Dimensions }) => Dimensions.map(set => set.toSorted().join(' '))))
    expect(names).toEqual(new Set(['service', 'service topic']))
  })
})
