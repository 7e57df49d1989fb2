import * as none from '../../lexicon/figures-none.ts'
import type { Reading } from '../around/reading.ts'
import { type Atom, isHyphen, lower } from '../atoms.ts'

/** "won 3-2", "a 52-48 vote", "2-1": two numbers with a dash that count nothing, or that fall. */
export function isScore(atoms: readonly Atom[], { quantity, unit, counted }: Reading): boolean {
  const { from, to, dash } = quantity
  const isPair = isHyphen(atoms, to) && atoms[to + 1]?.type === 'number'
  if (isPair) return true
  if (!dash || unit) return false
  if (!counted) return true
  for (const at of [from - 3, from - 2, from - 1, to, to + 1, to + 2])
    if (none.SCORES.has(lower(atoms, at))) return true
  return false
}
