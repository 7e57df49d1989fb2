import { expect, it } from 'vitest'
import { HOSTILE, newsOf } from '../../../bench/texts.ts'
import { loadFixtures } from '../../../fixtures/load.ts'
import { extract } from '../../../lambdas/core/extract/extract.ts'
import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'
import { cpuTime } from '../../support/cpu.ts'
import { articleOf } from '../../support/faults.ts'

/** Of four times the text: linear work takes 4 times as long, quadratic work 16 times. `npm run bench -- speed` is stricter. */
const MOST = 9
const TRIES = 3
/** What the clock and the collector may add to either run. */
const NOISE_MS = 15

const cost = (text: string): number => cpuTime(() => extract(articleOf(text), SHIPPED_TOPICS))

/** The least of some tries, of which the first is mostly enough. */
function growth(make: (length: number) => string, length: number): number {
  const [short, long] = [make(length), make(4 * length)]
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < TRIES && least > MOST; i++) least = Math.min(least, cost(long) / (cost(short) + NOISE_MS))
  return least
}

it('the time for news grows with its length, from 25,000 to 100,000 characters', { timeout: 60_000 }, () => {
  const news = newsOf(loadFixtures().map(({ article }) => article))
  extract(articleOf(news(5_000)), SHIPPED_TOPICS)
  expect(growth(news, 25_000)).toBeLessThanOrEqual(MOST)
})

it.each(Object.entries(HOSTILE))(
  'the time for a hostile text grows with its length: %s',
  { timeout: 60_000 },
  (_, make) => {
    expect(growth(make, 12_500)).toBeLessThanOrEqual(MOST)
  },
)
