import type { Word } from './words.ts'

/** Length of the longest common subsequence, in one row of memory. */
export function longestCommon(x: readonly number[], y: readonly number[]): number {
  const row = new Array<number>(y.length + 1).fill(0)
  for (const id of x) {
    let diagonal = 0
    for (let j = 0; j < y.length; j++) {
      const above = row[j + 1]!
      row[j + 1] = id === y[j] ? diagonal + 1 : Math.max(above, row[j]!)
      diagonal = above
    }
  }
  return row[y.length]!
}

/** How many n-grams (n ≤ 3) of `x` find one of their own in `y`. */
export function sharedGrams(x: readonly number[], y: readonly number[], n: number): number {
  const free = new Map<number, number>()
  for (let i = 0; i + n <= x.length; i++) {
    const gram = gramAt(x, i, n)
    free.set(gram, (free.get(gram) ?? 0) + 1)
  }
  let both = 0
  for (let j = 0; j + n <= y.length; j++) {
    const gram = gramAt(y, j, n)
    const left = free.get(gram)
    if (!left) continue
    both++
    free.set(gram, left - 1)
  }
  return both
}

/** One number for n words: their ids are under 2¹⁶, so three stay exact. */
function gramAt(ids: readonly number[], at: number, n: number): number {
  let gram = ids[at]!
  for (let k = 1; k < n; k++) gram = gram * 65_536 + ids[at + k]!
  return gram
}

/** The most words in a row that the other text hasn't. `only` holds the text's unmatched words in its order. */
export function longestRun(words: readonly Word[], only: readonly Word[]): number {
  let best = 0
  let run = 0
  let next = 0
  for (const word of words) {
    const alone = word === only[next]
    if (alone) next++
    run = alone ? run + 1 : 0
    if (run > best) best = run
  }
  return best
}
