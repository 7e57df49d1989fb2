import type { Alignment } from './align.ts'
import { longestCommon, longestRun, sharedGrams } from './measures.ts'
import weights from './weights.json' with { type: 'json' }
import type { Word, WordKind } from './words.ts'

/**
 * How alike two texts are worded, as numbers for the model; symmetric in a and b. "Lo" and "Hi" are the same measure against
 * the longer and against the shorter text, or in the text that has less and in the one that has more of it.
 */
export const FEATURES = [
  // The share of each text's words, weighed by rarity, that the other has.
  ...['foundLo', 'foundHi', 'foundF1'],
  // The weight, the rarest and the number of the words that the other hasn't.
  ...['missingLo', 'missingHi', 'rarestSum', 'rarestLo', 'missingCountLo', 'missingCountHi'],
  // The length in words: of the longer, as logarithm; the shorter's share of it; the gap in tens.
  ...['length', 'lengthRatio', 'lengthGap'],
  // The longest common subsequence of all words, and of the words that weigh.
  ...['lcsLo', 'lcsHi', 'contentLo', 'contentHi'],
  // The shared n-grams of all words.
  ...['gram1Lo', 'gram1Hi', 'gram2Lo', 'gram2Hi', 'gram3Lo', 'gram3Hi'],
  // Numbers, times and names that stand in both without a match, and in one only.
  ...['numberBoth', 'numberOne', 'timeBoth', 'timeOne', 'nameBoth', 'nameOne'],
  ...['numbersShared', 'timesShared', 'namesShared', 'noNumbers', 'negation'],
  // The longest run of words that the other hasn't: a clause that was added. Places where one has this and the other that.
  ...['runLo', 'runHi', 'substitutions'],
] as const

/** The measures of a pair, in the order of `FEATURES`. */
export function wordingFeatures(alignment: Alignment): number[] {
  const { a, b, x, y, onlyA, onlyB, common } = alignment
  const [long, short] = [Math.max(a.length, b.length), Math.min(a.length, b.length)]
  const [missA, missB] = [sum(onlyA), sum(onlyB)]
  const [foundA, foundB] = [1 - ratio(missA, sum(a)), 1 - ratio(missB, sum(b))]
  const [peakA, peakB] = [peak(onlyA), peak(onlyB)]
  const [heavyA, heavyB] = [heavy(a, x), heavy(b, y)]
  const content = longestCommon(heavyA, heavyB)
  const numbersA = count(a, 'number')
  return [
    ...ordered(foundA, foundB),
    ratio(2 * foundA * foundB, foundA + foundB),
    ...ordered(missA, missB),
    peakA + peakB,
    Math.min(peakA, peakB),
    ...ordered(onlyA.filter(weighs).length, onlyB.filter(weighs).length),
    Math.log(Math.max(1, long)),
    ratio(short, long),
    (long - short) / 10,
    ratio(common, long),
    ratio(common, short),
    ratio(content, Math.max(heavyA.length, heavyB.length)),
    ratio(content, Math.min(heavyA.length, heavyB.length)),
    ...grams(x, y, 1),
    ...grams(x, y, 2),
    ...grams(x, y, 3),
    ...unmatchedOf('number', onlyA, onlyB),
    ...unmatchedOf('time', onlyA, onlyB),
    ...unmatchedOf('name', onlyA, onlyB),
    numbersA - count(onlyA, 'number'),
    count(a, 'time') - count(onlyA, 'time'),
    count(a, 'name') - count(onlyA, 'name'),
    numbersA + count(b, 'number') === 0 ? 1 : 0,
    Math.abs(count(a, 'negation') - count(b, 'negation')),
    ...ordered(longestRun(a, onlyA), longestRun(b, onlyB)),
    alignment.substitutions.length,
  ]
}

const weighs = (word: Word) => word.weight > 0
const ordered = (p: number, q: number) => (p < q ? [p, q] : [q, p])
const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

function sum(words: readonly Word[]): number {
  let total = 0
  for (const word of words) total += word.weight
  return total
}
function peak(words: readonly Word[]): number {
  let top = 0
  for (const word of words) if (word.weight > top) top = word.weight
  return top
}
function count(words: readonly Word[], kind: WordKind): number {
  let n = 0
  for (const word of words) if (word.kind === kind) n++
  return n
}
const heavy = (words: readonly Word[], ids: readonly number[]) =>
  ids.filter((_, i) => words[i]!.kind === 'word' || words[i]!.kind === 'name')

function grams(x: readonly number[], y: readonly number[], n: number): [number, number] {
  const both = sharedGrams(x, y, n)
  const [p, q] = [Math.max(0, x.length - n + 1), Math.max(0, y.length - n + 1)]
  return [ratio(both, Math.max(p, q)), ratio(both, Math.min(p, q))]
}

function unmatchedOf(kind: WordKind, onlyA: readonly Word[], onlyB: readonly Word[]): [number, number] {
  const [p, q] = [count(onlyA, kind), count(onlyB, kind)]
  return [Math.min(p, q), Math.abs(p - q)]
}

/** The probability, 0 to 1, that two texts say the same, by wording alone: a logistic model; see `scripts/train-novelty.ts`. */
export function wording(alignment: Alignment): number {
  const features = wordingFeatures(alignment)
  let z = weights.bias
  for (let k = 0; k < features.length; k++) z += WEIGHTS[k]! * features[k]!
  return 1 / (1 + Math.exp(-z))
}
const WEIGHTS = FEATURES.map(name => (weights.features as Record<string, number>)[name] ?? 0)
