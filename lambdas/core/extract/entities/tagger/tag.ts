import type { Context } from './context.ts'
import { MOST_FEATURES, ownFeatures } from './features.ts'
import { type History, readHistory } from './history.ts'
import { historyFeatures } from './history-features.ts'
import { LABELS } from './labels.ts'
import { load, type Model } from './model.ts'
import { viterbi } from './viterbi.ts'

/** Labels every term of a text: once from its surroundings, then again knowing what the whole text made of each word. */
export function tag(context: Context): Uint8Array {
  const { first, second } = load()
  const own = readOwn(context)
  return pass(context, second, readHistory(context, pass(context, first, undefined, own)), own)
}

export function pass(context: Context, model: Model, history?: History, own = readOwn(context)): Uint8Array {
  const labels = new Uint8Array(context.words.length)
  for (const [from, to] of own.stretches)
    labels.set(viterbi(score(context, model, from, to, own, history), model.moves, to - from), from)
  return labels
}

/** The features of every candidate that don't depend on the pass: term `i` has `values[ends[i]]` up to `values[ends[i + 1]]`. */
interface Own {
  stretches: [number, number][]
  values: Int32Array
  ends: Uint32Array
}

function readOwn(context: Context): Own {
  const found = stretches(context)
  const count = found.reduce((sum, [from, to]) => sum + to - from, 0)
  const values = new Int32Array(count * MOST_FEATURES)
  const ends = new Uint32Array(context.words.length + 1)
  let end = 0
  for (const [from, to] of found) {
    ends[from] = end
    for (let i = from; i < to; i++) {
      end = ownFeatures(context, i, values, end)
      ends[i + 1] = end
    }
  }
  return { stretches: found, values, ends }
}

/** Runs of neighbouring candidates within one sentence; all else is outside of any name. */
export function stretches({ candidate, doc }: Context): [number, number][] {
  const found: [number, number][] = []
  for (const { first, last } of doc.sentences)
    for (let i = first; i < last; i++) {
      if (!candidate[i]) continue
      const from = i
      while (i < last && candidate[i]) i++
      found.push([from, i])
    }
  return found
}

const features = new Int32Array(MOST_FEATURES)

function score(context: Context, model: Model, from: number, to: number, own: Own, history?: History): Float32Array {
  const scores = new Float32Array((to - from) * LABELS)
  for (let i = from; i < to; i++) {
    const at = (i - from) * LABELS
    for (let k = own.ends[i]!; k < own.ends[i + 1]!; k++) model.add(own.values[k]!, scores, at)
    if (!history) continue
    const n = historyFeatures(context, history, i, features, 0)
    for (let k = 0; k < n; k++) model.add(features[k]!, scores, at)
  }
  return scores
}
