import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUGS } from './bugs.ts'
import { Crew, sumOfHits, toldOf } from './crew.ts'
import type { Report } from './worker.ts'
import { FAULTS, SERVICES } from './world/faults.ts'

/** CI runs 20,000. */
const SEEDS = Number(process.env.SIMULATED_SEEDS ?? 1_000)
const MINUTES = 10 * 60_000

let crew: Crew
beforeAll(async () => {
  crew = await Crew.start()
}, MINUTES)
afterAll(() => crew.end())

describe('in a simulated world full of faults', () => {
  let reports: Report[]
  beforeAll(async () => {
    const startedAt = performance.now()
    reports = await crew.run(1, SEEDS)
    console.log(`${SEEDS} seeds in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  }, MINUTES)

  it(`no seed of ${SEEDS} loses an upload or an alert, tells it twice under two ids, or leaves another store`, () => {
    expect(reports.reduce((sum, { runs }) => sum + runs, 0)).toBe(SEEDS)
    expect(reports.flatMap(({ broken }) => broken).map(toldOf)).toEqual([])
  })

  it('every fault comes at every call, and every delivery goes wrong in every way', () => {
    const hits = sumOfHits(reports)
    const sites = new Set([...hits.keys()].flatMap(what => /^((?:ingest|alert) .+): /.exec(what)?.[1] ?? []))
    expect([...sites]).toEqual(expect.arrayContaining(CALLS))
    const wanted = [...sites].flatMap(site => FAULTS.map(fault => `${site}: ${fault}`))
    const outages = SERVICES.map(service => `${service}: outage`)
    expect([...wanted, ...outages, ...DELIVERIES].filter(what => !hits.has(what))).toEqual([])
  })

  it(
    'the same seeds go the same way twice, and others another way',
    async () => {
      const digests = async (from: number, to: number) => (await crew.run(from, to)).map(({ digest }) => digest)
      const first = await digests(1, 40)
      expect(await digests(1, 40)).toEqual(first)
      expect(await digests(41, 80)).not.toEqual(first)
    },
    MINUTES,
  )
})

describe('the simulation sees', () => {
  it.each(Object.entries(BUGS))('that %s', { timeout: MINUTES }, async (_bug, edits) => {
    const { runs, broken } = await crew.hunt(edits, 1_000)
    console.log(`found by seed ${runs}`)
    expect(broken, `not found in ${runs} seeds`).toHaveLength(1)
  })
})

const CALLS = [
  'ingest GetObject articles',
  'ingest Query BODY',
  'ingest Put BODY',
  'ingest Put ARTICLES',
  'ingest Put ARTICLE',
  'ingest Query ARTICLE',
  'ingest Delete ARTICLES',
  'ingest Put REJECTED',
  'ingest SendMessageBatch',
  'alert Query BODY',
  'alert Query ARTICLE',
  'alert Query KEY',
  'alert Query SENT',
  'alert Get RULINGS',
  'alert Put KEY',
  'alert Put RULINGS',
  'alert Publish',
  'alert Put SENT',
]
const DELIVERIES = [
  'deliveries: duplicate',
  'deliveries: delay',
  'deliveries: reorder',
  'deliveries: partial batch',
  'claims: not all taken',
  'deliveries: acknowledgement lost',
  'deliveries: again after the delete',
  'dead letters moved back',
  'stale read',
  'ingest: out of time',
  'alert: out of time',
]
