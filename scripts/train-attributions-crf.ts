import type { Features, Grammar, Weights } from '../lambdas/core/extract/attributions/chain.ts'
import { newFeatures } from '../lambdas/core/extract/attributions/chain.ts'

/** A snapshot of the weights is taken after every so many sequences. */
const SNAPSHOT = 2_000

/** One training sequence: hashed features per place, flattened, and the gold label of each place; `fixed[i]` is 1 where only label 0 may stand. */
export interface Sequence {
  length: number
  node: Int32Array
  nodeAt: Int32Array
  edge: Int32Array
  edgeAt: Int32Array
  gold: Uint8Array
  fixed: Uint8Array
}

export function toSequence(
  length: number,
  features: (i: number, out: Features) => void,
  gold: Uint8Array,
  fixed: Uint8Array,
  { nodeBits, edgeBits }: { nodeBits: number; edgeBits: number },
): Sequence {
  const out = newFeatures()
  const node: number[] = []
  const edge: number[] = []
  const nodeAt = new Int32Array(length + 1)
  const edgeAt = new Int32Array(length + 1)
  for (let i = 0; i < length; i++) {
    features(i, out)
    for (let f = 0; f < out.nodes; f++) node.push(out.node[f]! >>> (32 - nodeBits))
    for (let f = 0; f < out.edges; f++) edge.push(out.edge[f]! >>> (32 - edgeBits))
    nodeAt[i + 1] = node.length
    edgeAt[i + 1] = edge.length
  }
  return { length, node: Int32Array.from(node), nodeAt, edge: Int32Array.from(edge), edgeAt, gold, fixed }
}

export interface Training {
  labels: number
  nodeBits: number
  edgeBits: number
  grammar: Grammar
  epochs: number
  rate: number
  /** L2 shrinkage per touch of a weight. */
  decay: number
  /** Share of the features that each sequence leaves out, so that no weight leans on a single other one. */
  dropout: number
  onEpoch?: (epoch: number, weights: Weights, loss: number) => void
}

/** A conditional random field by AdaGrad on the log-likelihood, one sequence at a time, in a fixed shuffled order. */
export function train(sequences: Sequence[], t: Training): Weights {
  const columns = t.labels - 1
  const { labels, grammar } = t
  const pairs = labels * labels
  const node = new Float32Array((1 << t.nodeBits) * columns)
  const edge = new Float32Array((1 << t.edgeBits) * pairs)
  const nodeG = new Float32Array(node.length).fill(1e-1)
  const edgeG = new Float32Array(edge.length).fill(1e-1)
  const nodeSum = new Float32Array(node.length)
  const edgeSum = new Float32Array(edge.length)
  let snapshots = 0
  const states = grammar.label.length
  const longest = Math.max(...sequences.map(s => s.length)) + 1
  const alpha = new Float64Array(longest * states)
  const beta = new Float64Array(longest * states)
  const ns = new Float64Array(longest * labels)
  const es = new Float64Array(longest * pairs)
  const order = sequences.map((_, i) => i)
  let seed = 42
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0
    return (seed >>> 8) / 0x1000000
  }
  const nodeP = new Float64Array(labels)
  const edgeP = new Float64Array(pairs)
  for (let epoch = 1; epoch <= t.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    let loss = 0
    order.forEach((index, k) => {
      loss += step(thinned(sequences[index]!))
      if (epoch > 1 && k % SNAPSHOT === 0) addSnapshot()
    })
    t.onEpoch?.(epoch, average(), loss)
  }
  return average()

  function addSnapshot(): void {
    snapshots++
    for (let i = 0; i < node.length; i++) nodeSum[i]! += node[i]!
    for (let i = 0; i < edge.length; i++) edgeSum[i]! += edge[i]!
  }

  /** The mean of the snapshots: less noisy than where the last step ended (Polyak and Juditsky 1992). */
  function average(): Weights {
    const shape = { labels, nodeBits: t.nodeBits, edgeBits: t.edgeBits }
    if (snapshots === 0) return { ...shape, node, edge }
    return { ...shape, node: nodeSum.map(w => w / snapshots), edge: edgeSum.map(w => w / snapshots) }
  }

  function thinned(s: Sequence): Sequence {
    if (t.dropout === 0) return s
    const keep = (features: Int32Array, at: Int32Array) => {
      const kept = new Int32Array(features.length)
      const keptAt = new Int32Array(at.length)
      let n = 0
      for (let i = 0; i < s.length; i++) {
        for (let f = at[i]!; f < at[i + 1]!; f++) if (random() >= t.dropout) kept[n++] = features[f]!
        keptAt[i + 1] = n
      }
      return [kept, keptAt] as const
    }
    const [node, nodeAt] = keep(s.node, s.nodeAt)
    const [edge, edgeAt] = keep(s.edge, s.edgeAt)
    return { ...s, node, nodeAt, edge, edgeAt }
  }

  function step(s: Sequence): number {
    const n = s.length
    if (n === 0) return 0
    let goldScore = 0
    for (let i = 0; i < n; i++) {
      for (let l = 0; l < labels; l++) ns[i * labels + l] = s.fixed[i] && l > 0 ? -1e6 : 0
      for (let f = s.nodeAt[i]!; f < s.nodeAt[i + 1]!; f++) {
        const base = s.node[f]! * columns - 1
        for (let l = 1; l < labels; l++) ns[i * labels + l]! += node[base + l]!
      }
      for (let p = 0; p < pairs; p++) es[i * pairs + p] = 0
      for (let f = s.edgeAt[i]!; f < s.edgeAt[i + 1]!; f++) {
        const base = s.edge[f]! * pairs
        for (let p = 0; p < pairs; p++) es[i * pairs + p]! += edge[base + p]!
      }
      goldScore += ns[i * labels + s.gold[i]!]!
      if (i > 0) goldScore += es[i * pairs + s.gold[i - 1]! * labels + s.gold[i]!]!
    }
    alpha.fill(-Infinity, 0, n * states)
    for (const st of grammar.start) alpha[st] = ns[grammar.label[st]!]!
    for (let i = 1; i < n; i++)
      for (let a = 0; a < states; a++) {
        const from = alpha[(i - 1) * states + a]!
        if (from === -Infinity) continue
        for (const b of grammar.next[a]!) {
          const l = grammar.label[b]!
          const score = from + es[i * pairs + grammar.label[a]! * labels + l]! + ns[i * labels + l]!
          alpha[i * states + b] = logAdd(alpha[i * states + b]!, score)
        }
      }
    beta.fill(-Infinity, 0, n * states)
    for (let a = 0; a < states; a++) beta[(n - 1) * states + a] = 0
    for (let i = n - 2; i >= 0; i--)
      for (let a = 0; a < states; a++)
        for (const b of grammar.next[a]!) {
          const l = grammar.label[b]!
          const score =
            beta[(i + 1) * states + b]! +
            es[(i + 1) * pairs + grammar.label[a]! * labels + l]! +
            ns[(i + 1) * labels + l]!
          beta[i * states + a] = logAdd(beta[i * states + a]!, score)
        }
    let z = -Infinity
    for (let a = 0; a < states; a++) z = logAdd(z, alpha[(n - 1) * states + a]!)
    for (let i = 0; i < n; i++) {
      nodeP.fill(0)
      for (let a = 0; a < states; a++)
        nodeP[grammar.label[a]!]! += Math.exp(alpha[i * states + a]! + beta[i * states + a]! - z)
      nodeP[s.gold[i]!]! -= 1
      for (let f = s.nodeAt[i]!; f < s.nodeAt[i + 1]!; f++) {
        const base = s.node[f]! * columns - 1
        for (let l = 1; l < labels; l++) update(node, nodeG, base + l, nodeP[l]!)
      }
      if (i === 0) continue
      edgeP.fill(0)
      for (let a = 0; a < states; a++) {
        const from = alpha[(i - 1) * states + a]!
        if (from === -Infinity) continue
        const row = grammar.label[a]! * labels
        for (const b of grammar.next[a]!) {
          const l = grammar.label[b]!
          edgeP[row + l]! += Math.exp(from + es[i * pairs + row + l]! + ns[i * labels + l]! + beta[i * states + b]! - z)
        }
      }
      edgeP[s.gold[i - 1]! * labels + s.gold[i]!]! -= 1
      for (let f = s.edgeAt[i]!; f < s.edgeAt[i + 1]!; f++) {
        const base = s.edge[f]! * pairs
        for (let p = 0; p < pairs; p++) update(edge, edgeG, base + p, edgeP[p]!)
      }
    }
    return z - goldScore
  }

  function update(w: Float32Array, g2: Float32Array, at: number, gradient: number): void {
    if (gradient < 1e-4 && gradient > -1e-4) return
    const g = gradient + t.decay * w[at]!
    g2[at]! += g * g
    w[at]! -= (t.rate * g) / Math.sqrt(g2[at]!)
  }
}

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
