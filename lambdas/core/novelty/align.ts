import { acronyms, pairUp } from './match.ts'
import type { Word } from './words.ts'

/** A text that is compared with many: its words, numbered from 1, the same number for the same key. */
export interface Indexed {
  words: readonly Word[]
  ids: readonly number[]
  index: ReadonlyMap<string, number>
}

export function indexed(words: readonly Word[]): Indexed {
  const index = new Map<string, number>()
  for (const { key } of words) if (!index.has(key)) index.set(key, index.size + 1)
  return { words, ids: words.map(word => index.get(word.key)!), index }
}

/** What two texts share and what each has alone. */
export interface Alignment {
  a: readonly Word[]
  b: readonly Word[]
  /** The words as numbers, the same for the same key: `x` of a, 0 where b hasn't the word; `y` of b. */
  x: readonly number[]
  y: readonly number[]
  /** Length of the longest common subsequence of all words. */
  common: number
  /** Words of one text that the other has nowhere, in text order. */
  onlyA: Word[]
  onlyB: Word[]
  /** What stands in one text where the other has something else: the gaps of the longest common subsequence. */
  substitutions: { a: Word[]; b: Word[] }[]
}

/** Aligns by the longest common subsequence (Wagner and Fischer, 1974); O(|a|·|b|) on texts of a sentence's length. */
export function align(a: readonly Word[], { words: b, ids: y, index }: Indexed): Alignment {
  const x = a.map(word => index.get(word.key) ?? 0)
  const [onlyA, onlyB] = unmatched(a, b, x, y)
  const width = b.length + 1
  const table = new Array<number>((a.length + 1) * width).fill(0)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j
      table[at] = x[i] === y[j] ? table[at + width + 1]! + 1 : Math.max(table[at + width]!, table[at + 1]!)
    }
  const substitutions = gaps(a, b, table, width, new Set(onlyA), new Set(onlyB))
  return { a, b, x, y, common: table[0]!, onlyA, onlyB, substitutions }
}

function gaps(
  a: readonly Word[],
  b: readonly Word[],
  table: readonly number[],
  width: number,
  onlyA: ReadonlySet<Word>,
  onlyB: ReadonlySet<Word>,
): Alignment['substitutions'] {
  const found: Alignment['substitutions'] = []
  let gap: { a: Word[]; b: Word[] } = { a: [], b: [] }
  const close = () => {
    if (gap.a.length > 0 && gap.b.length > 0) found.push(gap)
    gap = { a: [], b: [] }
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]!.key === b[j]!.key) {
      close()
      i++
      j++
    } else if (j >= b.length || (i < a.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!)) {
      if (onlyA.has(a[i]!)) gap.a.push(a[i]!)
      i++
    } else {
      if (onlyB.has(b[j]!)) gap.b.push(b[j]!)
      j++
    }
  }
  close()
  return found
}

function unmatched(
  a: readonly Word[],
  b: readonly Word[],
  x: readonly number[],
  y: readonly number[],
): [Word[], Word[]] {
  const free = new Array<number>(b.length + 1).fill(0)
  for (const id of y) free[id]!++
  const onlyA: Word[] = []
  x.forEach((id, i) => {
    if (!free[id]) onlyA.push(a[i]!)
    else free[id]!--
  })
  const onlyB: Word[] = []
  for (let j = b.length - 1; j >= 0; j--) {
    const id = y[j]!
    if (free[id] === 0) continue
    free[id]!--
    onlyB.push(b[j]!)
  }
  return acronyms(...pairUp(onlyA, onlyB.reverse()))
}
