import path from 'node:path'
import type { Article } from '../lambdas/core/article/article.ts'
import type { Template } from '../local/cloud/template/template.ts'
import { resourcesOf } from '../local/cloud/template/template.ts'
import { synthesise } from '../local/synthesise.ts'
import { readPolnear } from './corpora.ts'
import { type Measured, measure } from './measure.ts'
import prices from './prices.json' with { type: 'json' }
import { longStory } from './story.ts'
import { printTable } from './table.ts'

const MOST_DOLLARS = 25
const STORED = 10_000

/** What no measurement on one machine can tell. */
const ASSUMED = {
  /** Of usual news, the share that has a claim under a topic: of PolNeAR, as this bench tells where it is given. */
  topicalShare: 0.08,
  /** A full core in Lambda; less memory has less of it, and what computes takes longer. */
  memoryOfACore: 1769,
  /** One call of a service from a function. */
  callMs: 5,
  /** One after the other. There are fewer, and the SDK's own work is not measured. */
  calls: { ingest: 12, alert: 12, api: 2 },
  apiCpuMs: 5,
  /** Of the API's access log, for its function writes of failures only; and what CloudWatch adds to a line. */
  logBytes: { request: 300, line: 26 },
  /** Of our own: ingest 7, alert 7 for each of two topics, sweep 5. */
  metrics: 26,
  /** How often the sweep looks at an upload, and how long that takes: eight at a time. */
  sweep: { looks: 2, ms: 10 },
  /** A message comes in a request of its own and goes in one; idle, Lambda asks each queue so many times every 20 seconds. */
  polls: 5,
  /** How many a month, each priced as a watched article, and how long the sweep waits for one beyond its own work. */
  canaries: { perMonth: 730, seconds: 5 },
  /** Beyond one a second, which is in the monthly costs. */
  tracedShare: 0.05,
}

interface Item {
  what: string
  /** Per article. */
  units: number
  perMillion: number
}

/**
 * List price of a million articles of 4,000 characters, from measured units, bytes and times; and of a month without any. Given a folder
 * with PolNeAR (`polnear/data/dev`), usual news is measured on its articles; else it is reckoned from the fixtures.
 */
export async function run([folder]: string[]): Promise<boolean> {
  const template = synthesise('prod')
  console.log(
    `List prices of ${prices.region}, ${prices.checked}: dollars for a million articles, posted over the API.`,
  )
  const dense = items(await measure(longStory(), STORED), template)
  const usual = folder ? await newsOf(folder, template) : await reckoned(dense, template)
  printTable(
    ['what', 'units, usual news', '$ a million', 'units, all dense', '$ a million'],
    [
      ...usual.map((item, i) => row(item, dense[i]!)),
      ['total', '', total(usual).toFixed(2), '', total(dense).toFixed(2)],
    ],
  )
  printMonthly(template, total(dense))
  return total(usual) <= MOST_DOLLARS
}

async function newsOf(folder: string, template: Template): Promise<Item[]> {
  const articles = readPolnear(path.join(folder, 'polnear/data/dev')).map(toArticle)
  const news = await measure(articles, STORED)
  console.log(
    `Usual news: ${news.articles} articles of PolNeAR, ${news.characters.toFixed(0)} characters on average, of which ${(100 * news.topical).toFixed(0)} % have a claim under a topic.`,
  )
  return items(news, template)
}

const toArticle = ({ id, text }: { id: string; text: string }): Article => ({
  id: `news-${id.replace(/\W/g, '-').slice(0, 40)}`,
  title: null,
  source: null,
  url: null,
  publishedAt: '2023-09-24T00:00:00.000Z',
  language: 'en',
  text,
})

/** Of the dense articles themselves, read as if most of them were about nothing that is watched. */
async function reckoned(dense: readonly Item[], template: Template): Promise<Item[]> {
  const { topicalShare: share } = ASSUMED
  console.log(`Usual news: ${100 * share} % as dense as the fixtures, the rest the same texts under no topic.`)
  const unwatched = items(await measure(longStory(), STORED, []), template)
  return dense.map((item, i) => ({ ...item, units: item.units * share + unwatched[i]!.units * (1 - share) }))
}

const dollars = ({ units, perMillion }: Item): number => units * perMillion
const total = (items: readonly Item[]): number => items.reduce((sum, item) => sum + dollars(item), 0)
const row = (usual: Item, dense: Item): string[] => [
  usual.what,
  usual.units.toFixed(3),
  dollars(usual).toFixed(2),
  dense.units.toFixed(3),
  dollars(dense).toFixed(2),
]

function items(measured: Measured, template: Template): Item[] {
  const { units, submissions, messages, alerts, logged, cpu } = measured
  const { perMillion: price, lambdaArmGbSecond, logsGb } = prices
  const calls = { api: 1, ingest: 1, alert: messages }
  const waited = (name: 'api' | 'ingest' | 'alert') => calls[name] * ASSUMED.calls[name] * ASSUMED.callMs
  const ms = {
    api: waited('api') + slowed(ASSUMED.apiCpuMs, memoryOf(template, 'api')),
    ingest: waited('ingest') + slowed(cpu.ingest, memoryOf(template, 'ingest')),
    alert: waited('alert') + slowed(cpu.alert, memoryOf(template, 'alert')),
  }
  const names = ['api', 'ingest', 'alert'] as const
  const gbSeconds = names.map(name => (ms[name] * memoryOf(template, name)) / 1024 / 1000)
  const invocations = names.reduce((sum, name) => sum + calls[name], 0)
  const { looks, ms: sweepMs } = ASSUMED.sweep
  const { request, line } = ASSUMED.logBytes
  const bytes = request + logged.ingest.bytes + logged.alert.bytes
  const lines = 1 + logged.ingest.lines + logged.alert.lines
  return [
    { what: 'API requests', units: 1, perMillion: price.apiRequests },
    { what: 'S3 puts', units: 1, perMillion: price.s3Puts },
    { what: 'S3 gets, the sweep’s included', units: 1 + looks, perMillion: price.s3Gets },
    { what: 'SQS requests (send, receive, delete)', units: 3, perMillion: price.sqsRequests },
    { what: 'SQS FIFO requests', units: submissions + 2 * messages, perMillion: price.sqsFifoRequests },
    { what: 'Lambda requests', units: invocations, perMillion: price.lambdaRequests },
    ...names.map((name, i) => ({
      what: `Lambda GB-seconds, ${name}`,
      units: gbSeconds[i]!,
      perMillion: lambdaArmGbSecond * 1e6,
    })),
    {
      what: 'Lambda GB-seconds, sweep',
      units: (looks * sweepMs * memoryOf(template, 'sweep')) / 1024 / 1000,
      perMillion: lambdaArmGbSecond * 1e6,
    },
    {
      what: 'DynamoDB write units',
      units: units.ingest.writes + units.alert.writes,
      perMillion: price.dynamoWriteUnits,
    },
    {
      what: 'DynamoDB read units',
      units: units.ingest.reads + units.alert.reads + looks * units.sweep.reads,
      perMillion: price.dynamoReadUnits,
    },
    { what: 'SNS publishes', units: alerts, perMillion: price.snsPublishes },
    { what: 'log kilobytes', units: (bytes + line * lines) / 1e3, perMillion: logsGb },
    { what: 'traces', units: 2 * ASSUMED.tracedShare, perMillion: price.traces },
  ]
}

const slowed = (cpuMs: number, memory: number): number => cpuMs * Math.max(1, ASSUMED.memoryOfACore / memory)

function memoryOf(template: Template, name: string): number {
  const [, lambda] = resourcesOf(template, 'AWS::Lambda::Function').find(
    ([, { Metadata }]) => Metadata?.['claimwire:entry'] === `lambdas/${name}/index.ts`,
  )!
  return lambda.Properties!.MemorySize as number
}

/** What stands costs this whether or not an article comes; data at rest and deliveries come on top. */
function printMonthly(template: Template, perMillion: number): void {
  const { perMonth, deliveriesPerMillion: deliveries } = prices
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').length
  const metrics = ASSUMED.metrics * perMonth.metric
  const { perMonth: sent, seconds } = ASSUMED.canaries
  const waiting = ((sent * seconds * memoryOf(template, 'sweep')) / 1024) * prices.lambdaArmGbSecond
  const canaries = (sent * perMillion) / 1e6 + waiting
  const asks = ASSUMED.polls * ((30 * 86_400) / 20)
  const polling = (asks / 1e6) * (prices.perMillion.sqsRequests + prices.perMillion.sqsFifoRequests)
  const standing = polling + alarms * perMonth.alarm + metrics + perMonth.dashboard + perMonth.key + canaries
  const traces = ((30 * 86_400) / 1e6) * prices.perMillion.traces
  console.log(
    `\nA month of prod: $${standing.toFixed(2)} (${alarms} alarms, ${ASSUMED.metrics} metrics, a dashboard, a key, $${polling.toFixed(2)} for idle queues, and $${canaries.toFixed(2)} for ${sent} canaries).`,
  )
  console.log(`Traces, of one call a second at most: up to $${traces.toFixed(2)} a month.`)
  console.log(
    `At rest, a GB and month: S3 $${perMonth.s3Gb}, table $${perMonth.dynamoGb}, its backup $${perMonth.backupGb}.`,
  )
  console.log(
    `A million alerts delivered: e-mail $${deliveries.email}, webhook $${deliveries.https}, queue $${deliveries.sqs}.`,
  )
}
