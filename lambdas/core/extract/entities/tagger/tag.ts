import type { Context } from './context.ts'
import { featuresOf, MOST_FEATURES } from './features.ts'
import { type History, readHistory } from './history.ts'
import { LABELS } from './labels.ts'
import { load, type Model } from './model.ts'
import { viterbi } from './viterbi.ts'

/** Labels every term of a text: once from its surroundings, then again knowing what the whole text made of each word. */
export function tag(context: Context): Uint8Array {
  const { first, second } = load()
  return pass(context, second, readHistory(context, pass(context, first)))
}

export function pass(context: Context, model: Model, history?: History): Uint8Array {
  const labels = new Uint8Array(context.words.length)
  for (const [from, to] of stretches(context))
    labels.set(viterbi(score(context, model, from, to, history), model.moves, to - from), from)
  return labels
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

function score(context: Context, model: Model, from: number, to: number, history?: History): Float32Array {
  const scores = new Float32Array((to - from) * LABELS)
  for (let i = from; i < to; i++) {
    const n = featuresOf(context, i, features, history)
    const at = (i - from) * LABELS
    for (let k = 0; k < n; k++) model.add(features[k]!, scores, at)
  }
  return scores
}
