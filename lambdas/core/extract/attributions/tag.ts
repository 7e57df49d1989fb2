import { edgeScores, newFeatures, nodeScores, viterbi, type Weights } from './chain.ts'
import { cueFeatures } from './cue-features.ts'
import { CONTENT, CUE_GRAMMAR, ROLE_GRAMMAR, SOURCE } from './model.ts'
import { type CueWindow, outward, roleFeatures } from './role-features.ts'
import type { Tokens } from './tokens.ts'
import { windowOf } from './windows.ts'

/** Terms `[first, last)`. */
export type Run = readonly [first: number, last: number]
export interface Roles {
  window: CueWindow
  source: Run | null
  content: Run[]
}

/** The runs of terms that are cues. */
export function tagCues(t: Tokens, weights: Weights): Run[] {
  const found: [number, number][] = []
  const features = newFeatures()
  for (const { first, last } of t.doc.sentences) {
    const length = last - first
    const node = new Float64Array(length * weights.labels)
    const edge = new Float64Array(length * weights.labels * weights.labels)
    for (let i = 0; i < length; i++) {
      cueFeatures(t, first + i, features)
      nodeScores(weights, features, node, i * weights.labels)
      edgeScores(weights, features, edge, i * weights.labels * weights.labels)
    }
    const path = viterbi(length, weights.labels, node, edge, CUE_GRAMMAR)
    for (let i = 0; i < length; i++) {
      if (path[i] === 1) found.push([first + i, first + i + 1])
      else if (path[i] === 2) found.at(-1)![1] = first + i + 1
    }
  }
  return found
}

/** The source and the content of each cue. */
export function tagRoles(t: Tokens, cues: readonly Run[], weights: Weights): Roles[] {
  const isCue = new Uint8Array(t.length)
  for (const [first] of cues) isCue[first] = 1
  const features = newFeatures()
  return cues.map(([first, last]) => {
    const window = windowOf(t, first, last)
    const o = outward(t, window, isCue)
    const length = window.to - window.from
    const node = new Float64Array(length * weights.labels)
    const edge = new Float64Array(length * weights.labels * weights.labels)
    for (let i = 0; i < length; i++) {
      roleFeatures(t, window, o, window.from + i, features)
      nodeScores(weights, features, node, i * weights.labels)
      edgeScores(weights, features, edge, i * weights.labels * weights.labels)
    }
    for (let i = (first - window.from) * 3; i < (last - window.from) * 3; i++) if (i % 3) node[i] = -1e9
    const path = viterbi(length, weights.labels, node, edge, ROLE_GRAMMAR)
    const source = runs(path, window.from, SOURCE)[0] ?? null
    return { window, source, content: runs(path, window.from, CONTENT) }
  })
}

function runs(path: Uint8Array, from: number, label: number): Run[] {
  const found: [number, number][] = []
  path.forEach((state, i) => {
    if (ROLE_GRAMMAR.label[state] !== label) return
    const last = found.at(-1)
    if (last && last[1] === from + i) last[1]++
    else found.push([from + i, from + i + 1])
  })
  return found
}
