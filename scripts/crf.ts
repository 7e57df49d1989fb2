import { BEFORE, canEnd, canStart, LABELS } from '../lambdas/core/extract/entities/tagger/labels.ts'

/** One stretch of words: per word the indices of its features, and its right label. */
export interface Example {
  features: Int32Array[]
  /** Per word the number of features, from the front of `features[i]`, that survive when the words themselves are hidden. */
  general: Int32Array[]
  gold: Uint8Array
}
export interface Options {
  epochs: number
  alpha: number
  l1: number
  l2: number
  /** Share of features left out at random, each time anew. */
  dropout: number
  /** Share of stretches that are shown without the words themselves, so that context and shape learn to do. */
  hidden: number
}

/** A linear-chain CRF, trained with FTRL-Proximal (McMahan et al. 2013), whose L1 term leaves few weights. */
export class Crf {
  readonly weights: Float32Array
  readonly moves = new Float32Array(LABELS * LABELS)
  private readonly z: Float32Array
  private readonly n: Float32Array
  private readonly moveGradients = new Float32Array(LABELS * LABELS).fill(1)
  private readonly options: Options
  private seed = 42

  constructor(features: number, options: Options) {
    this.weights = new Float32Array(features * LABELS)
    this.z = new Float32Array(features * LABELS)
    this.n = new Float32Array(features * LABELS)
    this.options = options
  }

  train(examples: readonly Example[], log: (line: string) => void): void {
    const order = examples.map((_, i) => i)
    for (let epoch = 0; epoch < this.options.epochs; epoch++) {
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(this.random() * (i + 1))
        ;[order[i], order[j]] = [order[j]!, order[i]!]
      }
      let loss = 0
      for (const i of order) loss += this.step(examples[i]!)
      log(`  epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`)
    }
  }

  /** xorshift32: the same run gives the same weights. */
  private random(): number {
    this.seed ^= this.seed << 13
    this.seed ^= this.seed >>> 17
    this.seed ^= this.seed << 5
    return (this.seed >>> 0) / 2 ** 32
  }

  private step(example: Example): number {
    const hide = this.random() < this.options.hidden
    const shown = (hide ? example.general : example.features).map(list =>
      list.filter(() => this.random() >= this.options.dropout),
    )
    const length = shown.length
    const scale = 1 / (1 - this.options.dropout)
    const scores = new Float64Array(length * LABELS)
    shown.forEach((list, i) => {
      for (const f of list)
        for (let l = 0; l < LABELS; l++) scores[i * LABELS + l]! += this.weights[f * LABELS + l]! * scale
    })
    const { alpha, beta, total } = this.forwardBackward(scores, length)
    let gold = 0
    for (let i = 0; i < length; i++) {
      const g = example.gold[i]!
      gold += scores[i * LABELS + g]! + this.moves[(i ? example.gold[i - 1]! : 0) * LABELS + g]!
      for (let l = 0; l < LABELS; l++) {
        const gradient = Math.exp(alpha[i * LABELS + l]! + beta[i * LABELS + l]! - total) - (l === g ? 1 : 0)
        if (Math.abs(gradient) > 1e-3) for (const f of shown[i]!) this.update(f * LABELS + l, gradient)
      }
    }
    gold += this.moves[example.gold[length - 1]! * LABELS]!
    this.updateMoves(example, scores, alpha, beta, total)
    return total - gold
  }

  private forwardBackward(scores: Float64Array, length: number) {
    const { moves } = this
    const alpha = new Float64Array(length * LABELS).fill(-Infinity)
    const beta = new Float64Array(length * LABELS).fill(-Infinity)
    for (let l = 0; l < LABELS; l++) {
      if (canStart(l)) alpha[l] = scores[l]! + moves[l]!
      if (canEnd(l)) beta[(length - 1) * LABELS + l] = moves[l * LABELS]!
    }
    for (let i = 1; i < length; i++)
      for (let b = 0; b < LABELS; b++)
        alpha[i * LABELS + b] =
          logSum(BEFORE[b]!.map(a => alpha[(i - 1) * LABELS + a]! + moves[a * LABELS + b]!)) + scores[i * LABELS + b]!
    for (let i = length - 2; i >= 0; i--)
      for (let a = 0; a < LABELS; a++)
        beta[i * LABELS + a] = logSum(
          AFTER[a]!.map(b => moves[a * LABELS + b]! + scores[(i + 1) * LABELS + b]! + beta[(i + 1) * LABELS + b]!),
        )
    const ends = Array.from(
      { length: LABELS },
      (_, l) => alpha[(length - 1) * LABELS + l]! + (canEnd(l) ? moves[l * LABELS]! : -Infinity),
    )
    return { alpha, beta, total: logSum(ends) }
  }

  private updateMoves(
    example: Example,
    scores: Float64Array,
    alpha: Float64Array,
    beta: Float64Array,
    total: number,
  ): void {
    const length = example.gold.length
    const gradient = new Float64Array(LABELS * LABELS)
    for (let l = 0; l < LABELS; l++) {
      gradient[l]! += Math.exp(alpha[l]! + beta[l]! - total)
      const end = (length - 1) * LABELS + l
      gradient[l * LABELS]! += Math.exp(alpha[end]! + beta[end]! - total)
    }
    gradient[example.gold[0]!]! -= 1
    gradient[example.gold[length - 1]! * LABELS]! -= 1
    for (let i = 1; i < length; i++) {
      for (let b = 0; b < LABELS; b++)
        for (const a of BEFORE[b]!) {
          const at = a * LABELS + b
          gradient[at]! += Math.exp(
            alpha[(i - 1) * LABELS + a]! + this.moves[at]! + scores[i * LABELS + b]! + beta[i * LABELS + b]! - total,
          )
        }
      gradient[example.gold[i - 1]! * LABELS + example.gold[i]!]! -= 1
    }
    for (let k = 0; k < gradient.length; k++) {
      this.moveGradients[k]! += gradient[k]! ** 2
      this.moves[k]! -= (this.options.alpha * gradient[k]!) / Math.sqrt(this.moveGradients[k]!)
    }
  }

  private update(k: number, gradient: number): void {
    const { alpha, l1, l2 } = this.options
    const before = Math.sqrt(this.n[k]!)
    this.n[k]! += gradient * gradient
    const after = Math.sqrt(this.n[k]!)
    this.z[k]! += gradient - ((after - before) / alpha) * this.weights[k]!
    const z = this.z[k]!
    this.weights[k] = Math.abs(z) <= l1 ? 0 : -(z - Math.sign(z) * l1) / ((1 + after) / alpha + l2)
  }
}

const AFTER = BEFORE.map((_, a) => BEFORE.flatMap((list, b) => (list.includes(a) ? [b] : [])))

function logSum(values: number[]): number {
  let top = -Infinity
  for (const v of values) if (v > top) top = v
  if (top === -Infinity) return top
  let sum = 0
  for (const v of values) sum += Math.exp(v - top)
  return top + Math.log(sum)
}
