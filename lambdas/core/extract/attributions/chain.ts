/** Features of one place in a sequence, as numbers: `node` say which label fits here, `edge` which label follows which. */
export interface Features {
  node: Int32Array
  nodes: number
  edge: Int32Array
  edges: number
}
export const newFeatures = (): Features => ({ node: new Int32Array(128), nodes: 0, edge: new Int32Array(32), edges: 0 })

/** Weights of a linear-chain conditional random field over hashed features (Lafferty et al. 2001; Weinberger et al. 2009). */
export interface Weights {
  labels: number
  nodeBits: number
  edgeBits: number
  /** `[feature × (labels - 1) + label - 1]`: label 0 always scores 0. */
  node: Int8Array | Float32Array
  /** `[feature × labels² + previous label × labels + label]` */
  edge: Int8Array | Float32Array
}

/** The states that a chain may be in, the label of each, and which may follow which. */
export interface Grammar {
  label: readonly number[]
  start: readonly number[]
  next: readonly (readonly number[])[]
  /** Where it may end; anywhere if not given. */
  end?: readonly number[]
}

export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x7f4a7c15), 0x2c1b3c6d)
  h ^= h >>> 15
  h = Math.imul(h, 0x297a2d39)
  return h ^ (h >>> 13)
}

export function nodeScores(weights: Weights, features: Features, out: Float64Array, at: number): void {
  const { labels, nodeBits, node } = weights
  const columns = labels - 1
  for (let label = 0; label < labels; label++) out[at + label] = 0
  for (let f = 0; f < features.nodes; f++) {
    const base = (features.node[f]! >>> (32 - nodeBits)) * columns
    for (let column = 0; column < columns; column++) out[at + column + 1]! += node[base + column]!
  }
}

export function edgeScores(weights: Weights, features: Features, out: Float64Array, at: number): void {
  const { edgeBits, edge } = weights
  const pairs = weights.labels * weights.labels
  for (let pair = 0; pair < pairs; pair++) out[at + pair] = 0
  for (let f = 0; f < features.edges; f++) {
    const base = (features.edge[f]! >>> (32 - edgeBits)) * pairs
    for (let pair = 0; pair < pairs; pair++) out[at + pair]! += edge[base + pair]!
  }
}

/** The best sequence of states. `node` holds `labels` scores per place, `edge` `labels²` scores per place. */
export function viterbi(
  length: number,
  labels: number,
  node: Float64Array,
  edge: Float64Array,
  grammar: Grammar,
): Uint8Array {
  const states = grammar.label.length
  const from = new Uint8Array(length * states)
  let best = new Float64Array(states).fill(-Infinity)
  let now = new Float64Array(states)
  for (const state of grammar.start) best[state] = node[grammar.label[state]!]!
  for (let i = 1; i < length; i++) {
    now.fill(-Infinity)
    for (let state = 0; state < states; state++) {
      if (best[state] === -Infinity) continue
      const row = i * labels * labels + grammar.label[state]! * labels
      for (const next of grammar.next[state]!) {
        const label = grammar.label[next]!
        const score = best[state]! + edge[row + label]! + node[i * labels + label]!
        if (score > now[next]!) {
          now[next] = score
          from[i * states + next] = state
        }
      }
    }
    ;[best, now] = [now, best]
  }
  const path = new Uint8Array(length)
  const ends = grammar.end ?? grammar.label.keys()
  let state = -1
  for (const end of ends) if (state < 0 || best[end]! > best[state]!) state = end
  for (let i = length - 1; i >= 0; i--) {
    path[i] = state
    state = from[i * states + state]!
  }
  return path
}
