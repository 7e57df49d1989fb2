/**
 * Trains the entity tagger: `npx tsx scripts/train-entities.ts CONLL RE3D [--leave-out SOURCE]`, CONLL holding `train.txt` in CoNLL columns
 * (word, IOB tag), RE3D a folder for each source. A tagger of the news alone comes first: it fills in what the reports leave unmarked.
 * With a source left out, `npm run bench -- accuracy` over that source alone says how well the rest carries over.
 * Deterministic. Writes lambdas/core/extract/entities/weights.json.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Context, readContext } from '../lambdas/core/extract/entities/tagger/context.ts'
import { featuresOf, MOST_FEATURES } from '../lambdas/core/extract/entities/tagger/features.ts'
import { type History, readHistory } from '../lambdas/core/extract/entities/tagger/history.ts'
import { follows, LABELS, OUTSIDE } from '../lambdas/core/extract/entities/tagger/labels.ts'
import { type Model, type Packed, unpack } from '../lambdas/core/extract/entities/tagger/model.ts'
import { pass, stretches } from '../lambdas/core/extract/entities/tagger/tag.ts'
import { parse } from '../lambdas/core/extract/text/parse.ts'
import { Crf, type Example, type Options } from './crf.ts'
import { type Report, readReports, relabel } from './train-entities-reports.ts'
import { readNews, type Text } from './train-entities-texts.ts'

const OUT = new URL('../lambdas/core/extract/entities/weights.json', import.meta.url)
const FOLDS = 4
const OPTIONS: Options = { epochs: 8, alpha: 0.1, l1: 0.9, l2: 1, dropout: 0.15, hidden: 0.4 }
/** There are few reports: each is shown so often in a round. */
const REPORT_TIMES = 3
const SEEN_AT_LEAST = 2
/** The size of a step of the weights as written; a weight is at most 127 of them. */
const STEP = 1 / 24

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
    texts.flatMap((text, i) => {
      const examples = features.examples(text, histories?.[i])
      return Array.from({ length: text.times }, () => examples).flat()
    }),
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

/** Both passes. What the first says of texts that it was not trained on (in folds) trains the second. */
function twoPasses(texts: Text[]): { first: Packed; second: Packed } {
  const histories: History[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    console.log(`first pass without fold ${fold + 1}`)
    const { model } = train(texts.filter((_, i) => i % FOLDS !== fold))
    texts.forEach(({ context }, i) => {
      if (i % FOLDS === fold) histories[i] = readHistory(context, pass(context, model))
    })
  }
  console.log('first pass')
  const first = pack(train(texts))
  console.log('second pass')
  return { first, second: pack(train(texts, histories)) }
}

/** Reports, with what a tagger of news says of them where they say nothing. */
function readWith(tagger: { first: Packed; second: Packed }, reports: readonly Report[]): Text[] {
  const [first, second] = [unpack(tagger.first), unpack(tagger.second)]
  return reports.map(({ text, phrases }) => {
    const context = readContext(parse(text))
    const labels = pass(context, second, readHistory(context, pass(context, first)))
    return { context, gold: relabel(context, labels, phrases), times: REPORT_TIMES }
  })
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'leave-out': { type: 'string' } } })
const [conll, re3d] = positionals
if (!conll || !re3d) throw new Error('Expected a folder that holds train.txt, in CoNLL columns, and one of re3d')
const news = readNews(conll)
const reports = readReports(re3d).filter(({ source }) => source !== values['leave-out'])
console.log(`${news.length} texts and ${reports.length} reports; the news alone`)
const packed = twoPasses([...news, ...readWith(twoPasses(news), reports)])
const json = JSON.stringify(packed)
writeFileSync(OUT, `${json}\n`)
console.log(`${packed.first.features} and ${packed.second.features} features, ${json.length} bytes`)
