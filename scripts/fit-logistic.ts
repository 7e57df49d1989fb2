/** A logistic model over named features, as it is stored: weights for the features as they are, not standardised. */
export interface Logistic {
  bias: number
  weights: number[]
}

/** L2-regularised logistic regression by Nesterov's accelerated gradient on standardised features; deterministic. */
export function fitLogistic(xs: readonly number[][], ys: readonly boolean[], l2 = 30, steps = 600): Logistic {
  const width = xs[0]!.length
  const mean = Array.from({ length: width }, (_, k) => xs.reduce((t, x) => t + x[k]!, 0) / xs.length)
  const spread = mean.map((m, k) => Math.sqrt(xs.reduce((t, x) => t + (x[k]! - m) ** 2, 0) / xs.length) || 1)
  const rows = xs.map(x => [1, ...x.map((value, k) => (value - mean[k]!) / spread[k]!)])
  let w = new Array<number>(width + 1).fill(0)
  let ahead = [...w]
  const rate = 4 / (xs.length * (width / 2))
  for (let step = 0; step < steps; step++) {
    const gradient = ahead.map((value, k) => (k === 0 ? 0 : l2 * value))
    rows.forEach((row, i) => {
      const error = 1 / (1 + Math.exp(-dot(ahead, row))) - (ys[i] ? 1 : 0)
      for (let k = 0; k <= width; k++) gradient[k]! += error * row[k]!
    })
    const next = ahead.map((value, k) => value - rate * gradient[k]!)
    ahead = next.map((value, k) => value + (step / (step + 3)) * (value - w[k]!))
    w = next
  }
  const weights = w.slice(1).map((value, k) => value / spread[k]!)
  return { bias: w[0]! - dot(weights, mean), weights }
}

export const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((total, value, k) => total + value * b[k]!, 0)
export const probability = ({ bias, weights }: Logistic, x: readonly number[]) =>
  1 / (1 + Math.exp(-bias - dot(weights, x)))
