import type { Ledger, Ruling } from '../ledger/ledger.ts'
import { alertOf } from '../notify/alert.ts'
import { facetsOf } from '../notify/facets.ts'
import { accepts, type Filter } from './filter.ts'

export interface Estimate {
  /** Alerts that the filter would have let through. */
  alerts: number
  /** True where there were more articles than are read for an estimate: those of the earlier days are not in it. */
  isLowerBound: boolean
  /** The time that was looked at, by the articles' dates. */
  from: string
  until: string
  days: number
  /** Some of the latest of them. */
  latest: { id: string; topic: string; title: string | null; at: string }[]
}

export const DAYS = 30
const DAY = 86_400_000
/** Rulings that are read, of all topics together and of each at least: what an estimate costs doesn't grow with the store. */
const MOST_RULINGS = 600
const LEAST_OF_A_TOPIC = 20
const PAGE = 100
const SHOWN = 3

/** How many alerts the days before `until` would have sent, by the rulings that stand in the ledger. */
export async function estimate(
  ledger: Pick<Ledger, 'listRulings'>,
  { filter, topics, until }: { filter: Filter; topics: readonly string[]; until: string },
): Promise<Estimate> {
  const since = new Date(Date.parse(until) - DAYS * DAY).toISOString()
  const wanted = topics.filter(topic => !filter.topic || filter.topic.includes(topic))
  const most = Math.max(LEAST_OF_A_TOPIC, Math.floor(MOST_RULINGS / Math.max(1, wanted.length)))
  const looked = await Promise.all(wanted.map(topic => lookThrough(ledger, topic, { since, until, most })))
  const from = looked.reduce((latest, { from }) => (from > latest ? from : latest), since)
  const fitting = looked
    .flatMap(({ rulings }) => rulings)
    .filter(ruling => ruling.status !== 'silent' && ruling.article.at >= from)
    .map(ruling => ({ alert: alertOf(ruling), at: ruling.article.at }))
    .filter(({ alert }) => accepts(filter, facetsOf(alert)))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  const shown = fitting.slice(0, SHOWN)
  return {
    alerts: fitting.length,
    isLowerBound: from > since,
    from,
    until,
    days: Math.round(((Date.parse(until) - Date.parse(from)) / DAY) * 10) / 10,
    latest: shown.map(({ alert: { id, topic, article }, at }) => ({ id, topic, title: article.title, at })),
  }
}

/** The latest rulings of a topic, and since when none is missing. */
async function lookThrough(
  ledger: Pick<Ledger, 'listRulings'>,
  topic: string,
  { since, until, most }: { since: string; until: string; most: number },
): Promise<{ rulings: Ruling[]; from: string }> {
  const rulings: Ruling[] = []
  let after: string | undefined
  while (rulings.length < most) {
    const limit = Math.min(PAGE, most - rulings.length)
    const page = await ledger.listRulings(topic, { limit, since, until, ...(after && { after }) })
    rulings.push(...page.items.map(({ item }) => item))
    after = page.items.at(-1)?.key
    if (!page.more || !after) return { rulings, from: since }
  }
  return { rulings, from: rulings.at(-1)!.article.at }
}
