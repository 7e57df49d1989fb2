import type { Template } from '../local/cloud/template/template.ts'
import { resourcesOf } from '../local/cloud/template/template.ts'
import { synthesise } from '../local/synthesise.ts'
import { type Measured, measure } from './cost.ts'
import prices from './prices.json' with { type: 'json' }
import { printTable } from './table.ts'

const MOST_DOLLARS = 25
const STORED = 10_000

/** What no measurement on one machine can tell. */
const ASSUMED = {
  /** Of general news, the share that is about the watched topics, and then about both and full of claims. */
  watchedShare: 0.2,
  /** A full core in Lambda; less memory has less of it, and what computes takes longer. */
  memoryOfACore: 1769,
  /** One call of a service from a function. */
  callMs: 5,
  calls: { ingest: 12, alert: 12, api: 2 },
  apiCpuMs: 5,
  /** Of each function's call, metrics included, and of the API's access log. */
  logBytes: { api: 200, ingest: 1_500, alert: 2_200, request: 300 },
  /** Of our own: ingest 7, alert 7 for each of two topics, sweep 5. */
  metrics: 26,
  /** How often the sweep looks at an upload, what it reads each time beside the object, and how long it takes: eight at a time. */
  sweep: { looks: 2, readUnits: 2, readUnitsOfARuling: 2, ms: 10 },
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

/** List price of a million articles of 4,000 characters, from measured units and times; and of a month without any. */
export async function run(_args: string[]): Promise<boolean> {
  const template = synthesise('prod')
  const watched = items(await measure(STORED), template)
  const unwatched = items(await measure(STORED, []), template)
  const usual = watched.map((item, i) => ({ ...item, units: mixed(item.units, unwatched[i]!.units) }))
  console.log(`List prices of ${prices.region}, ${prices.checked}: dollars for a million articles of 4,000 characters,`)
  console.log(`posted over the API. Usual news: ${ASSUMED.watchedShare * 100} % of it is about two watched topics.`)
  printTable(
    ['what', 'units, usual news', '$ a million', 'units, all watched', '$ a million'],
    [
      ...usual.map((item, i) => row(item, watched[i]!)),
      ['total', '', total(usual).toFixed(2), '', total(watched).toFixed(2)],
    ],
  )
  printMonthly(template, total(watched))
  return total(usual) <= MOST_DOLLARS
}

const mixed = (watched: number, not: number) => watched * ASSUMED.watchedShare + not * (1 - ASSUMED.watchedShare)
const dollars = ({ units, perMillion }: Item): number => units * perMillion
const total = (items: readonly Item[]): number => items.reduce((sum, item) => sum + dollars(item), 0)
const row = (usual: Item, all: Item): string[] => [
  usual.what,
  usual.units.toFixed(3),
  dollars(usual).toFixed(2),
  all.units.toFixed(3),
  dollars(all).toFixed(2),
]

function items(measured: Measured, template: Template): Item[] {
  const { writes, reads, judging, claims, rulings, alerts, cpu } = measured
  const { perMillion: price, lambdaArmGbSecond, logsGb } = prices
  const calls = { api: 1, ingest: 1, alert: rulings }
  const ms = {
    api: ASSUMED.calls.api * ASSUMED.callMs + slowed(ASSUMED.apiCpuMs, memoryOf(template, 'api')),
    ingest: ASSUMED.calls.ingest * ASSUMED.callMs + slowed(cpu.reading, memoryOf(template, 'ingest')),
    alert: ASSUMED.calls.alert * ASSUMED.callMs + slowed(cpu.judging, memoryOf(template, 'alert')),
  }
  const names = ['api', 'ingest', 'alert'] as const
  const gbSeconds = names.map(name => (calls[name] * ms[name] * memoryOf(template, name)) / 1024 / 1000)
  const invocations = names.reduce((sum, name) => sum + calls[name], 0)
  const { looks, readUnits, readUnitsOfARuling, ms: sweepMs } = ASSUMED.sweep
  const swept = looks * (readUnits + readUnitsOfARuling * rulings)
  const logged = names.reduce((sum, name) => sum + calls[name] * ASSUMED.logBytes[name], ASSUMED.logBytes.request)
  return [
    { what: 'API requests', units: 1, perMillion: price.apiRequests },
    { what: 'S3 puts', units: 1, perMillion: price.s3Puts },
    { what: 'S3 gets, the sweep’s included', units: 1 + looks, perMillion: price.s3Gets },
    { what: 'SQS requests (send, receive, delete)', units: 3, perMillion: price.sqsRequests },
    { what: 'SQS FIFO requests', units: 3 * rulings, perMillion: price.sqsFifoRequests },
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
    { what: 'DynamoDB write units', units: writes, perMillion: price.dynamoWriteUnits },
    { what: 'DynamoDB read units', units: reads + judging * claims + swept, perMillion: price.dynamoReadUnits },
    { what: 'SNS publishes', units: alerts, perMillion: price.snsPublishes },
    { what: 'log kilobytes', units: logged / 1e3, perMillion: logsGb },
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
  const standing = alarms * perMonth.alarm + metrics + perMonth.dashboard + perMonth.key + canaries
  const traces = ((30 * 86_400) / 1e6) * prices.perMillion.traces
  console.log(
    `\nA month of prod: $${standing.toFixed(2)} (${alarms} alarms, ${ASSUMED.metrics} metrics, a dashboard, a key, and $${canaries.toFixed(2)} for ${sent} canaries).`,
  )
  console.log(`Traces, of one call a second at most: up to $${traces.toFixed(2)} a month.`)
  console.log(
    `At rest, a GB and month: S3 $${perMonth.s3Gb}, table $${perMonth.dynamoGb}, its backup $${perMonth.backupGb}.`,
  )
  console.log(
    `A million alerts delivered: e-mail $${deliveries.email}, webhook $${deliveries.https}, queue $${deliveries.sqs}.`,
  )
}
