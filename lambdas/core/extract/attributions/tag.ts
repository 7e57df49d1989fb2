import { edgeScores, type Features, newFeatures, nodeScores, viterbi, type Weights } from './chain.ts'
import { cueFeatures } from './cue-features.ts'
import { CONTENT, CUE_GRAMMAR, ROLE_GRAMMAR, SAID_GRAMMAR, SOURCE } from './model.ts'
import { plainFrame } from './plain-frames.ts'
import { outward, roleFeatures } from './role-features.ts'
import type { Tokens } from './tokens.ts'
import { windowsOf } from './windows.ts'

/** Terms `[first, last)`. */
export type Run = readonly [first: number, last: number]
/** A cue with what was found for it. `head` is the term that carries its sense. */
export interface Candidate {
  cue: Run
  head: number
  source: Run | null
  content: Run[]
}

interface Scratch {
  features: Features
  node: Float64Array
  edge: Float64Array
}
function scratch(length: number, labels: number): Scratch {
  return {
    features: newFeatures(),
    node: new Float64Array(length * labels),
    edge: new Float64Array(length * labels * labels),
  }
}

/** The runs of terms that may be cues. */
export function tagCues(t: Tokens, weights: Weights): Run[] {
  const found: [number, number][] = []
  const { labels } = weights
  const longest = t.doc.sentences.reduce((n, { first, last }) => Math.max(n, last - first), 0)
  const { features, node, edge } = scratch(longest, labels)
  for (const { first, last } of t.doc.sentences) {
    const length = last - first
    for (let i = 0; i < length; i++) {
      cueFeatures(t, first + i, features)
      nodeScores(weights, features, node, i * labels)
      edgeScores(weights, features, edge, i * labels * labels)
      const plain = plainFrame(t, first + i)
      if (plain) node[i * labels + plain.label]! += plain.worth
    }
    const path = viterbi(length, labels, node, edge, CUE_GRAMMAR)
    for (let i = 0; i < length; i++) {
      if (path[i] === 1) found.push([first + i, first + i + 1])
      else if (path[i] === 2) found.at(-1)![1] = first + i + 1
    }
  }
  return found
}

/** The source and the content of each cue. */
export function tagRoles(t: Tokens, cues: readonly Run[], weights: Weights): Candidate[] {
  const { labels } = weights
  const isCue = new Uint8Array(t.length)
  for (const [first] of cues) isCue[first] = 1
  const windows = windowsOf(t, cues)
  const longest = windows.reduce((n, { from, to }) => Math.max(n, to - from), 0)
  const { features, node, edge } = scratch(longest, labels)
  return windows.map((window, k) => {
    const o = outward(t, window, isCue)
    const length = window.to - window.from
    for (let i = 0; i < length; i++) {
      roleFeatures(t, window, o, window.from + i, features)
      nodeScores(weights, features, node, i * labels)
      edgeScores(weights, features, edge, i * labels * labels)
    }
    for (let i = window.first; i < window.last; i++)
      for (let label = 1; label < labels; label++) node[(i - window.from) * labels + label] = -1e9
    let path = viterbi(length, labels, node, edge, ROLE_GRAMMAR)
    if (plainFrame(t, window.first) && !path.some(state => ROLE_GRAMMAR.label[state] === CONTENT))
      path = viterbi(length, labels, node, edge, SAID_GRAMMAR)
    return {
      cue: cues[k]!,
      head: window.head,
      source: runs(path, window.from, SOURCE)[0] ?? null,
      content: runs(path, window.from, CONTENT),
    }
  })
}

function runs(path: Uint8Array, from: number, label: number): Run[] {
  const found: [number, number][] = []
  path.forEach((state, i) => {
    if (SAID_GRAMMAR.label[state] !== label) return
    const last = found.at(-1)
    if (last && last[1] === from + i) last[1]++
    else found.push([from + i, from + i + 1])
  })
  return found
}
