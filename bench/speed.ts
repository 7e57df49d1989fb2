import nlp from 'compromise'
import { loadFixtures } from '../fixtures/load.ts'
import type { Article } from '../lambdas/core/article/article.ts'
import { extract } from '../lambdas/core/extract/extract.ts'
import { SHIPPED_TOPICS } from '../lambdas/core/topics/shipped.ts'
import { cpuTime } from '../test/support/cpu.ts'
import { articleOf } from '../test/support/faults.ts'
import { longStory } from './story.ts'
import { printTable } from './table.ts'
import { HOSTILE, newsOf } from './texts.ts'

const RUNS = 15
/** Until the code of both is compiled. */
const WARM_UPS = 25
const MOST_RATIO = 1.5
const MOST_DOUBLING = 2.4

/** Extraction against the bare parse of the same articles, in turn in one run; and the growth of time with the text. */
export async function run([only]: string[]): Promise<boolean> {
  const articles = longStory()
  const ratio = compare(articles)
  console.log(
    `whole extraction: ${ratio.toFixed(2)} × the bare parse of articles of 4,000 characters (at most ${MOST_RATIO})`,
  )
  const short = loadFixtures().map(({ article }) => article)
  console.log(`of the fixtures as they are, about 1,100 characters each: ${compare(short).toFixed(2)} ×`)
  if (only === 'ratio') return ratio <= MOST_RATIO
  const doublings = [
    ...growth('news', newsOf(articles), 3_125),
    ...Object.entries(HOSTILE).flatMap(([name, make]) => growth(name, make)),
  ]
  printTable(
    ['text', 'characters', 'ms', '× for twice the text'],
    doublings.map(({ name, size, ms, factor }) => [name, size, Math.round(ms), factor.toFixed(2)]),
  )
  const worst = Math.max(...doublings.map(({ factor }) => factor))
  console.log(`doubling the text: at most ${worst.toFixed(2)} × the time (at most ${MOST_DOUBLING})`)
  return ratio <= MOST_RATIO && worst <= MOST_DOUBLING
}

/** The median of the ratios of pairs: these machines are noisy, and a pair shares its noise. */
function compare(articles: readonly Article[]): number {
  const pair = (): number => {
    const bare = cpuTime(() => {
      for (const { text } of articles) nlp(text)
    })
    const whole = cpuTime(() => {
      for (const article of articles) extract(article, SHIPPED_TOPICS)
    })
    return whole / bare
  }
  for (let warm = 0; warm < WARM_UPS; warm++) pair()
  return median(Array.from({ length: RUNS }, pair))
}

function growth(name: string, make: (length: number) => string, from = 50_000) {
  const rows: { name: string; size: number; ms: number; factor: number }[] = []
  for (let size = from; size < 200_000; size *= 2) {
    const [half, whole] = [articleOf(make(size)), articleOf(make(2 * size))]
    const time = (article: Article) => cpuTime(() => extract(article, SHIPPED_TOPICS))
    const pairs = readings(() => ({ before: time(half), ms: time(whole) }))
    const ms = Math.min(...pairs.map(pair => pair.ms))
    // Below some milliseconds the clock and the collector are measured, not the code.
    const factor = ms > 20 ? median(pairs.map(pair => pair.ms / pair.before)) : 0
    rows.push({ name, size: 2 * size, ms, factor })
  }
  return rows
}

/** As many as a second holds, and three at least. */
function readings<Reading extends { ms: number }>(read: () => Reading): Reading[] {
  const all: Reading[] = []
  for (let spent = 0; spent < 1_000 || all.length < 3; spent += all.at(-1)!.ms) all.push(read())
  return all
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1]!
