// npx tsx scripts/train-attributions.ts FOLDER [OUT]: learns the weights of lambdas/core/extract/attributions from an annotated corpus.
import fs from 'node:fs'
import { mix, type Weights } from '../lambdas/core/extract/attributions/chain.ts'
import { cueFeatures } from '../lambdas/core/extract/attributions/cue-features.ts'
import {
  CONTENT,
  CUE_GRAMMAR,
  type PackedWeights,
  ROLE_GRAMMAR,
  SOURCE,
} from '../lambdas/core/extract/attributions/model.ts'
import { outward, roleFeatures } from '../lambdas/core/extract/attributions/role-features.ts'
import { type Run, tagCues } from '../lambdas/core/extract/attributions/tag.ts'
import { type Tokens, toTokens } from '../lambdas/core/extract/attributions/tokens.ts'
import { windowsOf } from '../lambdas/core/extract/attributions/windows.ts'
import type { Doc } from '../lambdas/core/extract/text/doc.ts'
import { parse } from '../lambdas/core/extract/text/parse.ts'
import { type GoldArticle, readCorpus } from './train-attributions-corpus.ts'
import { type Sequence, toSequence, train } from './train-attributions-crf.ts'

export const CUE = {
  labels: 3,
  nodeBits: 18,
  edgeBits: 13,
  grammar: CUE_GRAMMAR,
  epochs: 3,
  rate: 0.1,
  decay: 1e-3,
  dropout: 0.3,
}
export const ROLE = { ...CUE, nodeBits: 17, grammar: ROLE_GRAMMAR }
/** How much more a place in a cue is worth than likelihood says. */
const LEAN = 0.45

export interface Annotated {
  tokens: Tokens
  /** Terms of each attribution's roles. */
  gold: { source: number[]; cue: number[]; content: number[] }[]
}

export function annotate(article: GoldArticle, doc: Doc = parse(article.text)): Annotated {
  const tokens = toTokens(doc)
  const { terms } = tokens.doc
  const inside = (spans: readonly (readonly [number, number])[]) =>
    spans.flatMap(([start, end]) => {
      const found: number[] = []
      for (let i = lowerBound(start); i < terms.length && terms[i]!.start < end; i++) found.push(i)
      return found
    })
  const lowerBound = (start: number) => {
    let low = 0
    let high = terms.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (terms[middle]!.end > start) high = middle
      else low = middle + 1
    }
    return low
  }
  const gold = article.attributions
    .map(a => ({ source: inside(a.source), cue: inside(a.cue), content: inside(a.content) }))
    .filter(a => a.cue.length > 0)
  return { tokens, gold }
}

export function cueSequences({ tokens, gold }: Annotated): Sequence[] {
  const label = new Uint8Array(tokens.length)
  for (const { cue } of gold)
    cue.forEach((i, k) => {
      label[i] = k > 0 && cue[k - 1] === i - 1 ? 2 : 1
    })
  return tokens.doc.sentences.map(({ first, last }) => {
    const labels = label.slice(first, last)
    if (labels[0] === 2) labels[0] = 1
    return toSequence(
      last - first,
      (i, out) => cueFeatures(tokens, first + i, out),
      labels,
      new Uint8Array(last - first),
      CUE,
    )
  })
}

/** `cues` are those that a model found: the chain will see such, not the annotators'. */
export function roleSequences({ tokens, gold }: Annotated, cues: readonly Run[]): Sequence[] {
  const isCue = new Uint8Array(tokens.length)
  for (const [first] of cues) isCue[first] = 1
  const ordered = gold.toSorted((a, b) => a.cue[0]! - b.cue[0]!)
  const windows = windowsOf(
    tokens,
    ordered.map(({ cue }) => [cue[0]!, cue.at(-1)! + 1]),
  )
  return ordered.map(({ source, content }, k) => {
    const window = windows[k]!
    const length = window.to - window.from
    const labels = new Uint8Array(length)
    const mark = (terms: number[], label: number) => {
      for (const i of terms) if (i >= window.from && i < window.to) labels[i - window.from] = label
    }
    mark(content, CONTENT)
    mark(longestRun(source), SOURCE)
    const fixed = new Uint8Array(length)
    for (let i = window.first; i < window.last; i++) {
      labels[i - window.from] = 0
      fixed[i - window.from] = 1
    }
    const o = outward(tokens, window, isCue)
    return toSequence(length, (i, out) => roleFeatures(tokens, window, o, window.from + i, out), labels, fixed, ROLE)
  })
}

function longestRun(terms: number[]): number[] {
  let best: number[] = []
  let run: number[] = []
  for (const i of [...terms].sort((a, b) => a - b)) {
    run = run.at(-1) === i - 1 ? [...run, i] : [i]
    if (run.length > best.length) best = run
  }
  return best
}

/** A weight of 1 is packed as so much. */
const SCALE = 32
function quantise(weights: Weights): Weights {
  const bytes = (array: ArrayLike<number>) =>
    Int8Array.from(array, w => Math.max(-127, Math.min(127, Math.round(w * SCALE))))
  return { ...weights, node: bytes(weights.node), edge: bytes(weights.edge) }
}

function pack({ labels, nodeBits, edgeBits, node, edge }: Weights): PackedWeights {
  const text = (array: ArrayLike<number>) => Buffer.from(array as Int8Array).toString('base64')
  return { labels, nodeBits, edgeBits, node: text(node), edge: text(edge) }
}

/** Makes every place in a cue worth `by` more: the likeliest labels find too few cues. */
function lean(weights: Weights, by: number): Weights {
  const columns = weights.labels - 1
  const bias = (mix(1, 0) >>> (32 - weights.nodeBits)) * columns
  for (let column = 0; column < columns; column++) weights.node[bias + column]! += by
  return weights
}

export interface Models {
  cue: Weights
  role: Weights
}

/** Which other cues stand around a cue is told to the role chain as a model finds them that never saw the article. */
export function learn(articles: Annotated[], log: (line: string) => void): Models {
  const learnCues = (some: Annotated[]) => {
    const onEpoch = (epoch: number, _: Weights, loss: number) => log(`cue ${epoch}: loss ${loss.toFixed(0)}`)
    return quantise(lean(train(some.flatMap(cueSequences), { ...CUE, onEpoch }), LEAN))
  }
  const cue = learnCues(articles)
  const half = (rest: number) => articles.filter((_, i) => i % 2 === rest)
  const sequences = [0, 1].flatMap(rest => {
    const unseen = learnCues(half(1 - rest))
    return half(rest).flatMap(article => roleSequences(article, tagCues(article.tokens, unseen)))
  })
  const onEpoch = (epoch: number, _: Weights, loss: number) => log(`role ${epoch}: loss ${loss.toFixed(0)}`)
  return { cue, role: quantise(train(sequences, { ...ROLE, onEpoch })) }
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [folder, out = 'lambdas/core/extract/attributions/weights.json'] = process.argv.slice(2)
  if (folder === undefined) throw new Error('Expected the corpus folder, which holds text/ and attributions/')
  const models = learn(
    readCorpus(folder).map(article => annotate(article)),
    console.log,
  )
  fs.writeFileSync(out, JSON.stringify({ cue: pack(models.cue), role: pack(models.role) }))
}
