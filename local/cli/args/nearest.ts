/** The word of `known` that was probably meant by `typed`; undefined where none is near. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1
  for (const word of known) {
    const steps = word.startsWith(typed) && typed.length > 1 ? 1 : edits(typed, word)
    if (steps < least) {
      least = steps
      best = word
    }
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment; Damerau 1964). */
function edits(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, replaced, swapped)
    }
    before = above
    above = row
  }
  return above[b.length]!
}
