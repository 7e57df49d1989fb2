import { type Atom, isDash, isHyphen } from '../atoms.ts'
import { type Amount, readAmount } from './amount.ts'
import type { Quantity } from './quantity.ts'

/** "between 200 and 300", "from 5 to 7 percent", "10–15", "$5-10 million", "two or three", "5% to 10%". */
export function readRange(atoms: readonly Atom[], at: number, first: Amount | undefined): Quantity | undefined {
  const opening = first ? '' : atoms[at]!.lower
  const between = opening === 'between'
  const from = opening === 'from'
  if (!first && !between && !from) return undefined
  if (isChange(atoms, from ? at : at - 1) || CHANGE.test(atoms[at - 1]?.lower ?? '')) return undefined
  const low = first ?? readAmount(atoms, at + 1, !between)
  if (!low || low.shape === 'band') return undefined
  const link = connector(atoms, sameUnit(atoms, low.to), between)
  const high = link && readAmount(atoms, link.to, true, low.currency !== null)
  if (!high || high.shape === 'band') return undefined
  if (low.currency && high.currency && low.currency !== high.currency) return undefined
  const scale = low.magnitude === 1 && low.base < high.base ? high.magnitude : 1
  if (scale > 1 && isYear(atoms, low.to)) return undefined
  const least = low.value * scale
  if (least >= high.value || (link.dash && least === 0)) return undefined
  const value = Number(((least + high.value) / 2).toPrecision(15))
  const currency = low.currency ?? high.currency
  return { from: at, to: high.to, value, low: least, high: high.value, shape: 'range', currency, dash: link.dash }
}

/** "the first half of 1996 to 1.2 billion": a year is no low end of millions. */
const isYear = (atoms: readonly Atom[], end: number): boolean => /^(?:19|20)\d\d$/.test(atoms[end - 1]!.text)

const CHANGE =
  /^(?:ros|ris|f[ae]ll|gr[eo]w|increas|decreas|climb|dropp?|declin|jump|surg|soar|doubl|tripl|shr[aiu]nk|cut|rais|reduc|revis|chang|went|gone|slid|slipp|swell|swollen|expand|mov|lift|lower|push)|^(?:up|down)$/

/** Whether "from" or "by" at `at` follows a change: "rose from 213 to 240" is no range, "rose by 40" no total. */
export function isChange(atoms: readonly Atom[], at: number): boolean {
  if (!/^(?:from|by)$/.test(atoms[at]?.lower ?? '')) return false
  for (let back = at - 1; back >= 0 && back > at - 6; back--) if (CHANGE.test(atoms[back]!.lower)) return true
  return false
}

/** A unit that the low end repeats: "5% to 10%", "two days to three days". */
function sameUnit(atoms: readonly Atom[], at: number): number {
  if (atoms[at]?.text === '%') return at + 1
  if (atoms[at]?.lower === 'per' && atoms[at + 1]?.lower === 'cent') return at + 2
  return atoms[at]?.lower === 'percent' ? at + 1 : at
}

function connector(atoms: readonly Atom[], at: number, between: boolean): { to: number; dash: boolean } | undefined {
  const atom = atoms[at]
  if (!atom) return undefined
  if (between) return atom.lower === 'and' || isDash(atom) ? { to: at + 1, dash: false } : undefined
  if (atom.lower === 'to' || atom.lower === 'or') return { to: at + 1, dash: false }
  if (isHyphen(atoms, at) && atoms[at + 1]?.lower === 'to' && isHyphen(atoms, at + 2))
    return { to: at + 3, dash: false }
  const spaced = isDash(atom) && !atom.glued && !atoms[at + 1]?.glued
  return isHyphen(atoms, at) && !spaced ? { to: at + 1, dash: true } : undefined
}
