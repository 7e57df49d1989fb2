import { FAMILIES, UNREADABLE, type Uploadable } from './articles.ts'
import type { Random } from './random.ts'
import { type Outage, SERVICES, type Weather } from './world/faults.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** What happens in one run, apart from what becomes of single calls. Times are in milliseconds from its start. */
export interface Scenario {
  weather: Weather
  /** What `isGone` is deleted before it can be read. */
  uploads: { at: number; key: string; upload: Uploadable; isGone: boolean }[]
  /** When somebody moves the dead letters back. */
  redrives: number[]
}

export function drawScenario(random: Random): Scenario {
  const span = random.pick([200, 10_000, 10 * MINUTE, 6 * HOUR, 3 * DAY])
  const outages = random.chance(0.25) ? [drawOutage(random, span)] : []
  const weather = {
    calls: random.pick([0, 0.02, 0.08, 0.2, 0.35]),
    deliveries: random.pick([0, 0.05, 0.3]),
    mostLagMs: random.pick([0, 1_000, MINUTE]),
    mostSkewMs: random.pick([0, 2_000, 10 * MINUTE]),
    outages,
  }
  const end = Math.max(span, ...outages.map(({ to }) => to))
  const redrives = Array.from({ length: random.between(0, 2) }, () => random.between(0, end + HOUR))
  return { weather, uploads: drawUploads(random, span), redrives }
}

/** At most nine days, so that dead letters, kept for fourteen, can be moved back in time. */
function drawOutage(random: Random, span: number): Outage {
  const from = random.between(0, span)
  return {
    service: random.pick(SERVICES),
    from,
    to: from + random.pick([30_000, 20 * MINUTE, 6 * HOUR, 2 * DAY, 9 * DAY]),
  }
}

function drawUploads(random: Random, span: number): Scenario['uploads'] {
  const family = random.pick(FAMILIES)
  // Now and then it is all about one article and its corrections.
  const drawn = random.chance(0.25) ? family.filter(({ body }) => body.includes('/revised"')) : family
  const chosen = Array.from({ length: random.between(1, 6) }, () => {
    if (random.chance(0.08)) return random.pick(UNREADABLE)
    return random.pick(random.chance(0.1) ? random.pick(FAMILIES) : drawn)
  })
  return chosen.map((upload, i) => {
    const at = random.between(0, span)
    const folder = random.chance(0.15) ? 'articles/backfill' : 'articles'
    // A few uploads share a key: they are versions of one object.
    const name = random.chance(0.2) ? 'the same' : `ärticle ${i}`
    return { at, key: `${folder}/${name}.json`, upload, isGone: random.chance(0.03) }
  })
}
