import { expect, it } from 'vitest'
import type { Ruling } from '../../../lambdas/core/ledger/ledger.ts'
import type { Page, PageRequest } from '../../../lambdas/core/store/page.ts'
import { estimate } from '../../../lambdas/core/subscriptions/estimate.ts'
import { aHead, aRuling } from '../../support/records.ts'

const HOUR = 3_600_000
const until = '2025-03-31T00:00:00.000Z'

/** One alert an hour back from `until`, as many as that; and how many rulings were read. */
function hourly(counts: Record<string, number>) {
  let read = 0
  const listRulings = async (topic: string, { limit, after, since = '' }: PageRequest): Promise<Page<Ruling>> => {
    const all = Array.from({ length: counts[topic] ?? 0 }, (_, i) => {
      const at = new Date(Date.parse(until) - (i + 1) * HOUR).toISOString()
      return { key: at, item: aRuling({ id: `${topic}-${i}`, topic, article: aHead({ at }), status: 'sent' }) }
    })
    const rest = all.filter(({ key }) => key >= since && (after === undefined || key < after))
    read += Math.min(limit, rest.length)
    return { items: rest.slice(0, limit), more: rest.length > limit }
  }
  return { ledger: { listRulings }, read: () => read }
}
const topics = ['corridor', 'talks']

it('is whole where a month has no more than it reads, and leaves out what is older', async () => {
  const { ledger } = hourly({ talks: 200, corridor: 10 })
  expect(await estimate(ledger, { filter: {}, topics, until })).toMatchObject({
    alerts: 210,
    isLowerBound: false,
    days: 30,
  })
})

it('is a lower bound where there is more: it reads as much, and counts the days that it has of every topic', async () => {
  const { ledger, read } = hourly({ talks: 10_000, corridor: 10_000 })
  const answer = await estimate(ledger, { filter: {}, topics, until })
  expect(answer).toMatchObject({ alerts: 600, isLowerBound: true, from: '2025-03-18T12:00:00.000Z', days: 12.5 })
  expect(read()).toBe(600)
})

it('reads no topic that the filter leaves out', async () => {
  const { ledger, read } = hourly({ talks: 50, corridor: 10_000 })
  const answer = await estimate(ledger, { filter: { topic: ['talks'] }, topics, until })
  expect(answer).toMatchObject({ alerts: 50, isLowerBound: false })
  expect(read()).toBe(50)
})

it('reads no more for many topics, at least some of each', async () => {
  const many = Array.from({ length: 60 }, (_, i) => `topic-${i}`)
  const { ledger, read } = hourly(Object.fromEntries(many.map(name => [name, 10_000])))
  expect(await estimate(ledger, { filter: {}, topics: many, until })).toMatchObject({
    alerts: 1200,
    isLowerBound: true,
  })
  expect(read()).toBe(1200)
})
