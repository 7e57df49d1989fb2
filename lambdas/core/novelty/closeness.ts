import type { Alignment } from './align.ts'
import type { Word } from './words.ts'

/** From here on two claims are about the same thing, whatever they say of it. */
export const SAME_MATTER = 0.6

/** The share of each text's words, weighed by rarity, that the other has. */
export function shares({ a, b, onlyA, onlyB }: Alignment): [number, number] {
  const sum = (words: readonly Word[]) => words.reduce((total, word) => total + word.weight, 0)
  const share = (all: readonly Word[], alone: readonly Word[]) => (sum(all) === 0 ? 0 : 1 - sum(alone) / sum(all))
  return [share(a, onlyA), share(b, onlyB)]
}

/** The harmonic mean of both shares, 0 to 1. */
export function closeness(alignment: Alignment): number {
  const [x, y] = shares(alignment)
  return x + y === 0 ? 0 : (2 * x * y) / (x + y)
}
