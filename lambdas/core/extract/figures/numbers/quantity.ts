import { SIGNS as MONEY } from '../../lexicon/figures-currencies.ts'
import { OPENINGS, SIGNS } from '../../lexicon/figures-numbers.ts'
import type { Atom } from '../atoms.ts'
import { type Amount, readAmount } from './amount.ts'
import { readRange } from './range.ts'
import { readShare } from './share.ts'

/** A number, a range or a share, with its money: atoms `[from, to)`. */
export interface Quantity {
  from: number
  to: number
  value: number
  low: number
  high: number
  shape: 'digits' | 'words' | 'band' | 'range' | 'share'
  currency: string | null
  /** Of a range in digits, whether it is written with a dash: "3-2" may be a score, "three to two" is none. */
  dash: boolean
}

/** The quantity that begins at `at`, the longest reading first. */
export function readQuantity(atoms: readonly Atom[], at: number): Quantity | undefined {
  if (!mayOpen(atoms, at)) return undefined
  const first = readAmount(atoms, at)
  const share = first?.currency ? undefined : readShare(atoms, at, first)
  return share ?? readRange(atoms, at, first) ?? (first && single(at, first))
}

/** Most words open no quantity; this spares trying every reading on them. */
function mayOpen(atoms: readonly Atom[], at: number): boolean {
  const atom = atoms[at]!
  if (atom.type === 'number') return true
  if (atom.type === 'sign') return MONEY.has(atom.text) || SIGNS.has(atom.text)
  const next = atoms[at + 1]
  return (
    OPENINGS.has(atom.lower) ||
    (atom.text.length <= 3 && !!next && (next.type === 'number' || /^[$.]$/.test(next.text)))
  )
}

const single = (from: number, { to, value, low, high, shape, currency }: Amount): Quantity => ({
  from,
  to,
  value,
  low,
  high,
  shape,
  currency,
  dash: false,
})
