import type { Context } from './context.ts'
import { hash, mix, pair } from './hash.ts'
import type { History } from './history.ts'
import { historyFeatures } from './history-features.ts'

/** More than any word has. */
export const MOST_FEATURES = 192
/** What stands for a word beyond the sentence's edge. */
const OUT = 0x1b873593
const OF = hash('of')
const NO_TAG = 40
const NO_WORD = 41

/**
 * Writes the features of term `i` into `out`, and returns how many. The templates' numbers are part of the trained weights.
 * After Ratinov and Roth (2009) and Finkel et al. (2005): words, affixes, shapes, tags, lists, the capitalised run and, in the second
 * pass, what the text made of the same word elsewhere.
 */
export function featuresOf(context: Context, i: number, out: Int32Array, history?: History): number {
  const n = ownFeatures(context, i, out, 0)
  return history ? historyFeatures(context, history, i, out, n) : n
}

/** Those that both passes share: all but what the first pass made of the text. Written from `from` on; returns where they end. */
export function ownFeatures(context: Context, i: number, out: Int32Array, from: number): number {
  let n = wordFeatures(context, i, out, from)
  n = edgeFeatures(context, i, out, n)
  n = tagFeatures(context, i, out, n)
  return runFeatures(context, i, out, n)
}

const within = (values: Int32Array, k: number, first: number, last: number, beyond: number) =>
  k < first || k >= last ? beyond : values[k]!

function wordFeatures({ ids, shapes, words, doc }: Context, i: number, out: Int32Array, from: number): number {
  const { first, last } = doc.sentences[doc.terms[i]!.sentence]!
  const { prefixes, suffixes } = words[i]!
  const id = ids[i]!
  const shape = shapes[i]!
  const before = within(ids, i - 1, first, last, OUT)
  const after = within(ids, i + 1, first, last, OUT)
  const shapeBefore = within(shapes, i - 1, first, last, OUT)
  const shapeAfter = within(shapes, i + 1, first, last, OUT)
  let n = from
  out[n++] = mix(0, 0)
  out[n++] = mix(1, id)
  out[n++] = mix(2, before)
  out[n++] = mix(3, after)
  out[n++] = mix(4, within(ids, i - 2, first, last, OUT))
  out[n++] = mix(5, within(ids, i + 2, first, last, OUT))
  out[n++] = mix(6, pair(before, id))
  out[n++] = mix(7, pair(id, after))
  out[n++] = mix(8, pair(before, after))
  out[n++] = mix(9, shape)
  out[n++] = mix(10, shapeBefore)
  out[n++] = mix(11, shapeAfter)
  out[n++] = mix(12, pair(shapeBefore, shape))
  out[n++] = mix(13, pair(shape, shapeAfter))
  for (let k = 0; k < prefixes.length; k++) out[n++] = mix(14 + k, prefixes[k]!)
  for (let k = 0; k < suffixes.length; k++) out[n++] = mix(18 + k, suffixes[k]!)
  if (i > first) out[n++] = mix(22, words[i - 1]!.ending)
  if (i + 1 < last) out[n++] = mix(23, words[i + 1]!.ending)
  return n
}

/** After these a capital says as little as at a sentence's start: “Trucks left”, GYUMRI — Trucks left. */
const OPENS = /["“„«:—–]/

/** Where the word stands in its sentence and between which marks. */
function edgeFeatures(
  { ids, shapes, words, doc, lowered, headline }: Context,
  i: number,
  out: Int32Array,
  from: number,
): number {
  const term = doc.terms[i]!
  const first = i === doc.sentences[term.sentence]!.first
  const start = first || OPENS.test(term.pre) ? 1 : 0
  const shape = shapes[i]!
  let n = from
  out[n++] = mix(24, pair(shape, start))
  out[n++] = mix(25, start * 2 + (lowered.has(ids[i]!) ? 1 : 0))
  out[n++] = mix(26, pair(shape, headline[term.sentence]!))
  out[n++] = mix(27, pair(ids[i]!, start))
  out[n++] = mix(28, punctuation(term.pre))
  out[n++] = mix(29, punctuation(term.post))
  out[n++] = mix(30, term.text.length > words[i]!.text.length ? 1 : 0)
  if (!first) out[n++] = mix(31, doc.terms[i - 1]!.text.length > words[i - 1]!.text.length ? 1 : 0)
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

const posOf = (bits: number) => (bits === 0 ? NO_TAG : 31 - Math.clz32(bits & -bits))
const posAt = (tags: Int32Array, k: number, first: number, last: number) =>
  k < first || k >= last ? NO_WORD : posOf(tags[k]!)

function tagFeatures({ tags, lists, phrasePlace, doc }: Context, i: number, out: Int32Array, from: number): number {
  const { first, last } = doc.sentences[doc.terms[i]!.sentence]!
  const pos = posOf(tags[i]!)
  const posBefore = posAt(tags, i - 1, first, last)
  const posAfter = posAt(tags, i + 1, first, last)
  const list = lists[i]!
  const listBefore = within(lists, i - 1, first, last, -1)
  const listAfter = within(lists, i + 1, first, last, -1)
  let n = from
  out[n++] = mix(40, pos)
  out[n++] = mix(41, posBefore)
  out[n++] = mix(42, posAfter)
  out[n++] = mix(43, posAt(tags, i - 2, first, last))
  out[n++] = mix(44, posAt(tags, i + 2, first, last))
  out[n++] = mix(45, pair(posBefore, pos))
  out[n++] = mix(46, pair(pos, posAfter))
  out[n++] = mix(47, tags[i]!)
  out[n++] = mix(48, pair(posBefore, posAfter))
  for (let bits = list; bits !== 0; bits &= bits - 1)
    out[n++] = mix(50, (31 - Math.clz32(bits & -bits)) * 4 + phrasePlace[i]!)
  out[n++] = mix(51, list)
  out[n++] = mix(52, listBefore)
  out[n++] = mix(53, listAfter)
  out[n++] = mix(54, pair(listBefore, list))
  out[n++] = mix(55, pair(list, listAfter))
  out[n++] = mix(56, pair(list, pos))
  out[n++] = mix(57, within(lists, i - 2, first, last, -1))
  out[n++] = mix(58, within(lists, i + 2, first, last, -1))
  return n
}

/** The run of capitalised words that holds the word: its length, first and last word, and what stands around it. */
function runFeatures(
  { ids, words, lists, tags, doc, runFirst, runLast }: Context,
  i: number,
  out: Int32Array,
  from: number,
): number {
  const a = runFirst[i]!
  if (a < 0) return from
  const b = runLast[i]!
  const { first, last } = doc.sentences[doc.terms[i]!.sentence]!
  const before = within(ids, a - 1, first, last, OUT)
  const after = within(ids, b + 1, first, last, OUT)
  const afterNext = within(ids, b + 2, first, last, OUT)
  const place = Math.min(i - a, 3) * 4 + Math.min(b - i, 3)
  const length = Math.min(b - a + 1, 5)
  let n = from
  out[n++] = mix(60, place)
  out[n++] = mix(61, length)
  out[n++] = mix(62, pair(ids[b]!, place))
  out[n++] = mix(63, pair(ids[a]!, place))
  out[n++] = mix(64, pair(lists[b]!, Math.min(b - i, 3)))
  out[n++] = mix(65, pair(lists[a]!, Math.min(i - a, 3)))
  out[n++] = mix(66, before)
  out[n++] = mix(67, after)
  out[n++] = mix(68, pair(before, after))
  out[n++] = mix(69, within(ids, a - 2, first, last, OUT))
  out[n++] = mix(70, afterNext)
  out[n++] = mix(71, pair(after, afterNext))
  out[n++] = mix(72, pair(a === first ? 1 : 0, pair(length, posAt(tags, b + 1, first, last))))
  out[n++] = mix(73, pair(punctuation(doc.terms[a]!.pre), punctuation(doc.terms[b]!.post)))
  out[n++] = mix(74, within(lists, b + 1, first, last, -1))
  out[n++] = mix(75, within(lists, a - 1, first, last, -1))
  if (length < 5) {
    let whole = place
    for (let k = a; k <= b; k++) whole = pair(whole, ids[k]!)
    out[n++] = mix(76, whole)
  }
  // "Ministry of Foreign Affairs", "University of X": the head stands before the "of".
  if (before === OF && a - 2 >= first && words[a - 2]!.upper) out[n++] = mix(77, ids[a - 2]!)
  if (after === OF && b + 2 < last && words[b + 2]!.upper) out[n++] = mix(78, ids[b]!)
  return n
}
