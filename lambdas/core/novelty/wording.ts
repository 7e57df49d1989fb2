import type { Alignment } from './align.ts'
import weights from './weights.json' with { type: 'json' }
import type { Word, WordKind } from './words.ts'

const sum = (words: readonly Word[]) => words.reduce((total, word) => total + word.weight, 0)
const peak = (words: readonly Word[]) => words.reduce((top, word) => Math.max(top, word.weight), 0)
const count = (words: readonly Word[], kind: WordKind) => words.reduce((n, word) => n + (word.kind === kind ? 1 : 0), 0)
const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/**
 * How alike two texts are worded, as numbers for the model; symmetric in a and b. Pairs "lo" and "hi" are the same measure
 * against the longer and against the shorter text, or in the text that has less and the one that has more of it.
 */
export function wordingFeatures(alignment: Alignment): Record<string, number> {
  const { a, b, onlyA, onlyB, common } = alignment
  const long = Math.max(a.length, b.length)
  const short = Math.min(a.length, b.length)
  const missA = sum(onlyA)
  const missB = sum(onlyB)
  const foundA = 1 - ratio(missA, sum(a))
  const foundB = 1 - ratio(missB, sum(b))
  const peakA = peak(onlyA)
  const peakB = peak(onlyB)
  const content = lower(contentCommon(a, b), count(a, 'word') + count(a, 'name'), count(b, 'word') + count(b, 'name'))
  const shared = [1, 2, 3].map(n => shareOfGrams(a, b, n))
  const pair = (name: string, x: number, y: number) =>
    [
      [`${name}Lo`, Math.min(x, y)],
      [`${name}Hi`, Math.max(x, y)],
    ] as const
  const kinds = (['number', 'time', 'name'] as const).flatMap(kind => {
    const x = count(onlyA, kind)
    const y = count(onlyB, kind)
    return [
      [`${kind}Both`, Math.min(x, y)],
      [`${kind}One`, Math.abs(x - y)],
    ] as const
  })
  return Object.fromEntries([
    ...pair('found', foundA, foundB),
    ['foundF1', ratio(2 * foundA * foundB, foundA + foundB)],
    ...pair('missing', missA, missB),
    ['rarestSum', peakA + peakB],
    ['rarestLo', Math.min(peakA, peakB)],
    ...pair('missingCount', onlyA.filter(weighs).length, onlyB.filter(weighs).length),
    ['length', Math.log(Math.max(1, long))],
    ['lengthRatio', ratio(short, long)],
    ['lengthGap', (long - short) / 10],
    ['lcsLo', ratio(common, long)],
    ['lcsHi', ratio(common, short)],
    ...content,
    ...shared.flatMap(
      ([lo, hi], i) =>
        [
          [`gram${i + 1}Lo`, lo],
          [`gram${i + 1}Hi`, hi],
        ] as const,
    ),
    ...kinds,
    ['numbersShared', sharedOf(a, onlyA, 'number')],
    ['timesShared', sharedOf(a, onlyA, 'time')],
    ['namesShared', sharedOf(a, onlyA, 'name')],
    ['noNumbers', count(a, 'number') + count(b, 'number') === 0 ? 1 : 0],
    ['negation', Math.abs(count(a, 'negation') - count(b, 'negation'))],
    ...pair('run', longestRun(a, onlyA), longestRun(b, onlyB)),
    ['substitutions', alignment.substitutions.length],
  ])
}

const weighs = (word: Word) => word.weight > 0
const sharedOf = (a: readonly Word[], onlyA: readonly Word[], kind: WordKind) => count(a, kind) - count(onlyA, kind)
const lower = (common: number, a: number, b: number) =>
  [
    ['contentLo', ratio(common, Math.max(a, b))],
    ['contentHi', ratio(common, Math.min(a, b))],
  ] as const

function contentCommon(a: readonly Word[], b: readonly Word[]): number {
  const [x, y] = [a, b].map(words =>
    words.filter(word => word.kind === 'word' || word.kind === 'name').map(word => word.key),
  ) as [string[], string[]]
  const row = new Uint16Array(y.length + 1)
  for (const key of x) {
    let diagonal = 0
    for (let j = 0; j < y.length; j++) {
      const above = row[j + 1]!
      row[j + 1] = key === y[j] ? diagonal + 1 : Math.max(above, row[j]!)
      diagonal = above
    }
  }
  return row[y.length]!
}

/** The share of n-grams of all words that both texts have, against the longer and against the shorter text. */
function shareOfGrams(a: readonly Word[], b: readonly Word[], n: number): [number, number] {
  const left = new Map<string, number>()
  const gram = (words: readonly Word[], i: number) => {
    let key = words[i]!.key
    for (let k = 1; k < n; k++) key += ` ${words[i + k]!.key}`
    return key
  }
  const sizes = [a.length - n + 1, b.length - n + 1].map(size => Math.max(0, size)) as [number, number]
  for (let i = 0; i < sizes[0]; i++) left.set(gram(a, i), (left.get(gram(a, i)) ?? 0) + 1)
  let both = 0
  for (let i = 0; i < sizes[1]; i++) {
    const rest = left.get(gram(b, i)) ?? 0
    if (rest > 0) {
      both++
      left.set(gram(b, i), rest - 1)
    }
  }
  return [ratio(both, Math.max(...sizes)), ratio(both, Math.min(...sizes))]
}

function longestRun(words: readonly Word[], only: readonly Word[]): number {
  const alone = new Set(only)
  let best = 0
  let run = 0
  for (const word of words) {
    run = alone.has(word) ? run + 1 : 0
    if (run > best) best = run
  }
  return best
}

/** The probability, 0 to 1, that two texts say the same, by their wording alone: a logistic model; see `scripts/train-novelty.ts`. */
export function wording(alignment: Alignment): number {
  const features = wordingFeatures(alignment)
  let z = weights.bias
  for (const [name, weight] of Object.entries(weights.features)) z += weight * (features[name] ?? 0)
  return 1 / (1 + Math.exp(-z))
}
