import type { Context } from './context.ts'
import { mix, pair } from './hash.ts'
import { OUTSIDE, typeOf } from './labels.ts'

/** More than any word has. */
export const MOST_FEATURES = 160
const NONE = 0x5bd1e995
const OUT = 0x1b873593
const posOf = (bits: number) => (bits === 0 ? 40 : 31 - Math.clz32(bits & -bits))

/** What the first pass found of a word elsewhere in the text; see `readHistory`. */
export interface History {
  labels: Uint8Array
  /** By word id: how often each type, then outside. */
  seen: Map<number, Int32Array>
  /** By word id: bit 2t where the word ended a longer name of type t, 2t+1 where it began one. */
  within: Map<number, number>
}

/** Writes the features of term `i` into `out`, and returns how many. The templates' numbers are part of the trained weights. */
export function featuresOf(context: Context, i: number, out: Int32Array, history?: History): number {
  let n = wordFeatures(context, i, out, 0)
  n = tagFeatures(context, i, out, n)
  n = runFeatures(context, i, out, n)
  return history ? historyFeatures(context, history, i, out, n) : n
}

function wordFeatures(context: Context, i: number, out: Int32Array, from: number): number {
  const { words, doc, lowered } = context
  const { first, last } = doc.sentences[doc.terms[i]!.sentence]!
  const id = (k: number) => (k < first || k >= last ? OUT : words[k]!.id)
  const shape = (k: number) => (k < first || k >= last ? OUT : words[k]!.shape)
  const word = words[i]!
  let n = from
  out[n++] = mix(0, 0)
  out[n++] = mix(1, word.id)
  out[n++] = mix(2, id(i - 1))
  out[n++] = mix(3, id(i + 1))
  out[n++] = mix(4, id(i - 2))
  out[n++] = mix(5, id(i + 2))
  out[n++] = mix(6, pair(id(i - 1), word.id))
  out[n++] = mix(7, pair(word.id, id(i + 1)))
  out[n++] = mix(8, pair(id(i - 1), id(i + 1)))
  out[n++] = mix(9, word.shape)
  out[n++] = mix(10, shape(i - 1))
  out[n++] = mix(11, shape(i + 1))
  out[n++] = mix(12, pair(shape(i - 1), word.shape))
  out[n++] = mix(13, pair(word.shape, shape(i + 1)))
  for (let k = 0; k < word.prefixes.length; k++) out[n++] = mix(14 + k, word.prefixes[k]!)
  for (let k = 0; k < word.suffixes.length; k++) out[n++] = mix(18 + k, word.suffixes[k]!)
  if (i > first) out[n++] = mix(22, words[i - 1]!.suffixes[2] ?? NONE)
  if (i + 1 < last) out[n++] = mix(23, words[i + 1]!.suffixes[2] ?? NONE)
  const start = i === first ? 1 : 0
  const seenLow = lowered.has(word.id) ? 1 : 0
  out[n++] = mix(24, pair(word.shape, start))
  out[n++] = mix(25, start * 2 + seenLow)
  out[n++] = mix(26, pair(word.shape, context.headline[doc.terms[i]!.sentence]!))
  out[n++] = mix(27, pair(word.id, start))
  out[n++] = mix(28, punctuation(doc.terms[i]!.pre))
  out[n++] = mix(29, punctuation(doc.terms[i]!.post))
  const possessive = doc.terms[i]!.text.length > word.text.length ? 1 : 0
  out[n++] = mix(30, possessive)
  if (i > first) out[n++] = mix(31, doc.terms[i - 1]!.text.length > words[i - 1]!.text.length ? 1 : 0)
  return n
}

/** Which marks stand between two words, in a few classes. */
function punctuation(mark: string): number {
  if (mark === ' ' || mark === '') return mark.length
  if (mark === '-') return 2
  if (/["“”]/.test(mark)) return 3
  if (/[()[\]]/.test(mark)) return mark.includes('(') ? 4 : 5
  if (mark.includes(',')) return 6
  return mark.includes('.') ? 7 : 8
}

function tagFeatures({ tags, lists, phrasePlace, doc }: Context, i: number, out: Int32Array, from: number): number {
  const { first, last } = doc.sentences[doc.terms[i]!.sentence]!
  const pos = (k: number) => (k < first || k >= last ? 41 : posOf(tags[k]!))
  const list = (k: number) => (k < first || k >= last ? -1 : lists[k]!)
  let n = from
  out[n++] = mix(40, pos(i))
  out[n++] = mix(41, pos(i - 1))
  out[n++] = mix(42, pos(i + 1))
  out[n++] = mix(43, pos(i - 2))
  out[n++] = mix(44, pos(i + 2))
  out[n++] = mix(45, pair(pos(i - 1), pos(i)))
  out[n++] = mix(46, pair(pos(i), pos(i + 1)))
  out[n++] = mix(47, tags[i]!)
  out[n++] = mix(48, pair(pos(i - 1), pos(i + 1)))
  const place = phrasePlace[i]!
  for (let bits = list(i); bits > 0; bits &= bits - 1) out[n++] = mix(50, (31 - Math.clz32(bits & -bits)) * 4 + place)
  out[n++] = mix(51, list(i))
  out[n++] = mix(52, list(i - 1))
  out[n++] = mix(53, list(i + 1))
  out[n++] = mix(54, pair(list(i - 1), list(i)))
  out[n++] = mix(55, pair(list(i), list(i + 1)))
  out[n++] = mix(56, pair(list(i), pos(i)))
  out[n++] = mix(57, list(i - 2))
  out[n++] = mix(58, list(i + 2))
  return n
}

function runFeatures(context: Context, i: number, out: Int32Array, from: number): number {
  const { words, lists, tags, doc, runFirst, runLast } = context
  const a = runFirst[i]!
  let n = from
  if (a < 0) return n
  const b = runLast[i]!
  const { first, last } = doc.sentences[doc.terms[i]!.sentence]!
  const id = (k: number) => (k < first || k >= last ? OUT : words[k]!.id)
  const place = Math.min(i - a, 3) * 4 + Math.min(b - i, 3)
  const length = Math.min(b - a + 1, 5)
  out[n++] = mix(60, place)
  out[n++] = mix(61, length)
  out[n++] = mix(62, pair(id(b), place))
  out[n++] = mix(63, pair(id(a), place))
  out[n++] = mix(64, pair(lists[b]!, Math.min(b - i, 3)))
  out[n++] = mix(65, pair(lists[a]!, Math.min(i - a, 3)))
  out[n++] = mix(66, id(a - 1))
  out[n++] = mix(67, id(b + 1))
  out[n++] = mix(68, pair(id(a - 1), id(b + 1)))
  out[n++] = mix(69, id(a - 2))
  out[n++] = mix(70, id(b + 2))
  out[n++] = mix(71, pair(id(b + 1), id(b + 2)))
  out[n++] = mix(72, pair(a === first ? 1 : 0, pair(length, b + 1 < last ? posOf(tags[b + 1]!) : 41)))
  out[n++] = mix(73, pair(punctuation(doc.terms[a]!.pre), punctuation(doc.terms[b]!.post)))
  out[n++] = mix(74, b + 1 < last ? lists[b + 1]! : -1)
  out[n++] = mix(75, a > first ? lists[a - 1]! : -1)
  if (length < 5) {
    let whole = place
    for (let k = a; k <= b; k++) whole = pair(whole, words[k]!.id)
    out[n++] = mix(76, whole)
  }
  // "Ministry of Foreign Affairs", "University of X": the head stands before the "of".
  if (id(a - 1) === OF && a - 2 >= first && words[a - 2]!.upper) out[n++] = mix(77, id(a - 2))
  if (id(b + 1) === OF && b + 2 < last && words[b + 2]!.upper) out[n++] = mix(78, id(b))
  return n
}

import { hash } from './hash.ts'

const OF = hash('of')

function historyFeatures(
  { words, runFirst, runLast }: Context,
  { labels, seen, within }: History,
  i: number,
  out: Int32Array,
  from: number,
): number {
  const word = words[i]!
  let n = from
  const label = labels[i]!
  out[n++] = mix(80, label)
  out[n++] = mix(81, i > 0 ? labels[i - 1]! : 0)
  out[n++] = mix(82, i + 1 < labels.length ? labels[i + 1]! : 0)
  const counts = seen.get(word.id)
  const bits = within.get(word.id) ?? 0
  out[n++] = mix(83, bits)
  out[n++] = mix(84, pair(bits, label))
  if (counts) {
    const best = most(counts)
    out[n++] = mix(85, best)
    out[n++] = mix(86, pair(best, label))
    out[n++] = mix(87, pair(best, bits))
    for (let t = 0; t < counts.length; t++) if (counts[t]! > 0) out[n++] = mix(88, t * 4 + Math.min(counts[t]!, 3))
  }
  if (label !== OUTSIDE && runFirst[i]! >= 0) {
    const b = runLast[i]!
    out[n++] = mix(89, pair(typeOf(label), b > i ? typeOf(labels[b]!) : -2))
  }
  return n
}

function most(counts: Int32Array): number {
  let best = 0
  for (let t = 1; t < counts.length; t++) if (counts[t]! > counts[best]!) best = t
  return best
}
