/**
 * Fits lambdas/core/novelty/weights.json: how likely it is, by their wording, that two texts say the same.
 * Usage: tsx scripts/train-novelty.ts <msr_paraphrase_train.txt>
 * Prints, over 8 folds, what share of the same pairs is recognised where 2 to 5 % of the different ones are called repeats;
 * a pair that a veto keeps apart is never one. The threshold `repeat` is put where the folds call RISK of them repeats.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, readSlots } from '../lambdas/core/extract/slots/describe.ts'
import { parse } from '../lambdas/core/extract/text/parse.ts'
import { align, indexed } from '../lambdas/core/novelty/align.ts'
import { differences } from '../lambdas/core/novelty/differences.ts'
import type { Proposition } from '../lambdas/core/novelty/types.ts'
import { FEATURES, wordingFeatures } from '../lambdas/core/novelty/wording.ts'
import { readWords } from '../lambdas/core/novelty/words.ts'
import { fitLogistic, probability } from './fit-logistic.ts'

const FOLDS = 8
const RISK = 0.037
const target = new URL('../lambdas/core/novelty/weights.json', import.meta.url)

function read(text: string): Proposition {
  const doc = parse(text)
  const bits = { source: null, cue: null, polarity: 'affirmed', modality: 'asserted' } as const
  return describe(readSlots(doc, [], [], null, [[0, text.length]]), { ...bits, spans: [[0, text.length]] })
}

const lines = readFileSync(process.argv[2]!, 'utf8')
  .replace(/^\uFEFF/, '')
  .split(/\r?\n/)
  .slice(1)
  .filter(Boolean)
const pairs = lines
  .map(line => line.split('\t'))
  .map(cells => ({ same: cells[0] === '1', a: read(cells[3]!), b: read(cells[4]!) }))
const aligned = pairs.map(({ a, b }) => align(readWords(a.words), indexed(readWords(b.words))))
const xs = aligned.map(wordingFeatures)
const ys = pairs.map(pair => pair.same)
const apart = pairs.map(({ a, b }, i) => differences(a, b, aligned[i]!))
const kept = apart.map(found => found.length > 0)

const held = new Array<number>(pairs.length)
const raw = new Array<number>(pairs.length)
for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (i: number) => (i * 7919) % FOLDS === fold
  const model = fitLogistic(
    xs.filter((_, i) => !inFold(i)),
    ys.filter((_, i) => !inFold(i)),
  )
  xs.forEach((x, i) => {
    if (inFold(i)) raw[i] = probability(model, x)
    if (inFold(i)) held[i] = kept[i] ? 0 : raw[i]!
  })
}
const fitted = fitLogistic(xs, ys)
if (process.argv[3])
  writeFileSync(
    process.argv[3],
    JSON.stringify({ names: FEATURES, held, raw, apart, rows: xs.map((x, i) => ({ same: ys[i], x })), texts: lines }),
  )
const within = xs.map((x, i) => (kept[i] ? 0 : probability(fitted, x)))
const threshold = (scores: readonly number[], risk: number) => {
  const different = scores.filter((_, i) => !ys[i]).sort((a, b) => b - a)
  return different[Math.floor(risk * different.length)]!
}
const share = (scores: readonly number[], same: boolean, above: number) => {
  const mine = scores.filter((_, i) => ys[i] === same)
  return `${((100 * mine.filter(score => score > above).length) / mine.length).toFixed(1)} %`
}
for (const risk of [0.02, 0.03, 0.04, 0.05]) {
  const [inside, outside] = [threshold(within, risk), threshold(held, risk)]
  console.log(
    `at ${100 * risk} %: recognised ${share(held, true, outside)} in unseen folds, ${share(within, true, inside)} in what was fitted`,
  )
}
const repeat = Number(threshold(held, RISK).toFixed(3))
console.log(
  `threshold ${repeat}: unseen folds: same ${share(held, true, repeat)}, different ${share(held, false, repeat)}`,
)
const round = (value: number) => Number(value.toPrecision(4))
const stored = Object.fromEntries(FEATURES.map((name, k) => [name, round(fitted.weights[k]!)]))
writeFileSync(target, `${JSON.stringify({ repeat, bias: round(fitted.bias), features: stored }, null, 1)}\n`)
