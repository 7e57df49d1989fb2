/**
 * Trains the entity tagger: `npx tsx scripts/train-entities.ts FOLDER`, FOLDER holding `train.txt` in CoNLL columns (word, IOB tag).
 * The first pass is trained on everything; what it says of texts that it was not trained on (in folds) trains the second.
 * Deterministic. Writes lambdas/core/extract/entities/weights.json.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Context, readContext } from '../lambdas/core/extract/entities/tagger/context.ts'
import { featuresOf, MOST_FEATURES } from '../lambdas/core/extract/entities/tagger/features.ts'
import { type History, readHistory } from '../lambdas/core/extract/entities/tagger/history.ts'
import { begin, follows, inside, LABELS, last, OUTSIDE, unit } from '../lambdas/core/extract/entities/tagger/labels.ts'
import type { Model, Packed } from '../lambdas/core/extract/entities/tagger/model.ts'
import { pass, stretches } from '../lambdas/core/extract/entities/tagger/tag.ts'
import { parse } from '../lambdas/core/extract/text/parse.ts'
import { type GoldText, joinSentences, readSentences, type Token, typeIndex } from './conll.ts'
import { Crf, type Example, type Options } from './crf.ts'

const OUT = new URL('../lambdas/core/extract/entities/weights.json', import.meta.url)
const FOLDS = 4
const SENTENCES_PER_TEXT = 12
const OPTIONS: Options = { epochs: 8, alpha: 0.1, l1: 0.9, l2: 1, dropout: 0.15, hidden: 0.4 }
/** One sentence of so many is shown again as a headline. */
const TITLED_ONE_IN = 10
const SEEN_AT_LEAST = 2
/** The size of a step of the weights as written; a weight is at most 127 of them. */
const STEP = 1 / 24

const SMALL = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'or',
  'but',
  'by',
  'as',
  'with',
  'from',
  "n't",
  "'s",
])

/** A sentence in title case without its full stop: the web writes headlines so, where the agencies of old used capitals. */
function headline(sentence: Token[]): Token[] {
  const titled = sentence.map(
    ([word, tag]): Token => [SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1), tag],
  )
  return titled.at(-1)![0] === '.' ? titled.slice(0, -1) : titled
}

interface Text {
  context: Context
  gold: Uint8Array
}

/** Prose in texts of twelve sentences; headlines, bylines and tables in texts of their own, a line each. */
function readTexts(file: string): GoldText[] {
  const sentences = readSentences(file)
  const isProse = (sentence: Token[]) => sentence.length >= 5 && /[.!?"]$/.test(sentence.at(-1)![0])
  const cut = (list: Token[][]) =>
    Array.from({ length: Math.ceil(list.length / SENTENCES_PER_TEXT) }, (_, i) =>
      list.slice(i * SENTENCES_PER_TEXT, (i + 1) * SENTENCES_PER_TEXT),
    )
  const prose = cut(sentences.filter(isProse)).map(list => joinSentences(list))
  const titles = cut(sentences.filter(isProse).filter((_, i) => i % TITLED_ONE_IN === 0)).map(list =>
    joinSentences(list.map(headline), '\n\n'),
  )
  const others = cut(sentences.filter(sentence => !isProse(sentence))).map(list => joinSentences(list, '\n\n'))
  return [...prose, ...titles, ...others]
}

function label({ text, spans }: GoldText): Text {
  const doc = parse(text)
  const gold = new Uint8Array(doc.terms.length)
  let at = 0
  for (const span of spans) {
    while (at < doc.terms.length && doc.terms[at]!.end <= span.start) at++
    let end = at
    while (end < doc.terms.length && doc.terms[end]!.start < span.end) end++
    // A term that holds more than the name ("U.S.-led") is none.
    if (end === at || doc.terms[at]!.start !== span.start || doc.terms[end - 1]!.end > span.end + 2) continue
    const type = typeIndex(span.type)
    gold.fill(inside(type), at, end)
    gold[at] = begin(type)
    gold[end - 1] = end - at === 1 ? unit(type) : last(type)
  }
  return { context: readContext(doc), gold }
}

/** The same words under other ids: the features that differ are those that name a word. */
const renamed = (context: Context): Context => ({
  ...context,
  ids: context.ids.map(id => id ^ 0x2545f491),
})

/** No name sticks out of the stretch: a few have a word in them that no candidate is ("The Wall Street journal"). */
function isWhole(gold: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const before = i === from ? OUTSIDE : gold[i - 1]!
    if (!follows(before, i === to ? OUTSIDE : gold[i]!)) return false
  }
  return true
}

class Features {
  private readonly index = new Map<number, number>()
  private readonly counts = new Map<number, number>()
  private readonly buffer = new Int32Array(MOST_FEATURES)
  private readonly other = new Int32Array(MOST_FEATURES)

  count({ context }: Text, history?: History): void {
    for (const [from, to] of stretches(context))
      for (let i = from; i < to; i++) {
        const n = featuresOf(context, i, this.buffer, history)
        for (let k = 0; k < n; k++) this.counts.set(this.buffer[k]!, (this.counts.get(this.buffer[k]!) ?? 0) + 1)
      }
  }

  close(): number[] {
    for (const [feature, count] of this.counts) if (count >= SEEN_AT_LEAST) this.index.set(feature, this.index.size)
    return [...this.index.keys()]
  }

  examples({ context, gold }: Text, history?: History): Example[] {
    const blind = renamed(context)
    return stretches(context)
      .filter(([from, to]) => isWhole(gold, from, to))
      .map(([from, to]) => {
        const features: Int32Array[] = []
        const general: Int32Array[] = []
        for (let i = from; i < to; i++) {
          const n = featuresOf(context, i, this.buffer, history)
          featuresOf(blind, i, this.other, history)
          const all: number[] = []
          const seen: number[] = []
          for (let k = 0; k < n; k++) {
            const f = this.index.get(this.buffer[k]!)
            if (f === undefined) continue
            all.push(f)
            if (this.buffer[k] === this.other[k]) seen.push(f)
          }
          features.push(Int32Array.from(all))
          general.push(Int32Array.from(seen))
        }
        return { features, general, gold: gold.slice(from, to) }
      })
  }
}

function train(texts: Text[], histories?: History[]): { keys: number[]; crf: Crf; model: Model } {
  const features = new Features()
  for (const [i, text] of texts.entries()) features.count(text, histories?.[i])
  const keys = features.close()
  const crf = new Crf(keys.length, OPTIONS)
  crf.train(
    texts.flatMap((text, i) => features.examples(text, histories?.[i])),
    console.log,
  )
  const rows = new Map(keys.map((key, i) => [key, i * LABELS]))
  const add = (feature: number, scores: Float32Array, at: number) => {
    const row = rows.get(feature)
    if (row !== undefined) for (let l = 0; l < LABELS; l++) scores[at + l]! += crf.weights[row + l]!
  }
  return { keys, crf, model: { add, moves: crf.moves } }
}

function pack({ keys, crf }: { keys: number[]; crf: Crf }): Packed {
  const rounded = (k: number) => Math.max(-127, Math.min(127, Math.round(crf.weights[k]! / STEP)))
  const kept = keys
    .map((key, i) => ({ key: key >>> 0, row: Array.from({ length: LABELS }, (_, l) => rounded(i * LABELS + l)) }))
    .filter(({ row }) => row.some(w => w !== 0))
    .sort((a, b) => a.key - b.key)
  const keyBytes: number[] = []
  const rowBytes: number[] = []
  let before = 0
  for (const { key, row } of kept) {
    let rest = key - before
    before = key
    for (; rest > 127; rest = Math.floor(rest / 128)) keyBytes.push((rest & 127) | 128)
    keyBytes.push(rest)
    rowBytes.push(row.filter(w => w !== 0).length)
    for (const [l, w] of row.entries()) if (w !== 0) rowBytes.push(l, w & 255)
  }
  const base64 = (bytes: number[]) => Buffer.from(bytes).toString('base64')
  const moves = Array.from(crf.moves, move => Math.round(move / STEP))
  return { features: kept.length, keys: base64(keyBytes), rows: base64(rowBytes), moves }
}

const folder = process.argv[2]
if (!folder) throw new Error('Expected a folder that holds train.txt, in CoNLL columns')
const texts = readTexts(path.join(folder, 'train.txt')).map(label)
console.log(`${texts.length} texts`)
const histories: History[] = []
for (let fold = 0; fold < FOLDS; fold++) {
  console.log(`first pass without fold ${fold + 1}`)
  const { model } = train(texts.filter((_, i) => i % FOLDS !== fold))
  texts.forEach((text, i) => {
    if (i % FOLDS === fold) histories[i] = readHistory(text.context, pass(text.context, model))
  })
}
console.log('first pass')
const first = pack(train(texts))
console.log('second pass')
const second = pack(train(texts, histories))
const json = JSON.stringify({ first, second })
writeFileSync(OUT, `${json}\n`)
console.log(`${first.features} and ${second.features} features, ${json.length} bytes`)
