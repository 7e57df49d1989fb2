import * as none from '../../lexicon/figures-none.ts'
import { ONES, TENS } from '../../lexicon/figures-numbers.ts'
import type { Counted } from '../around/counted.ts'
import { isPlural } from '../around/noun-phrase.ts'
import type { Reading } from '../around/reading.ts'
import { type Atom, has, isCapital, lower } from '../atoms.ts'
import type { Quantity } from '../numbers/quantity.ts'

/** "12 September", "Sept. 12", "in 2020", "the 2014 war", "1980-88", "12 and 13 September". */
export function isDate(atoms: readonly Atom[], { quantity, unit, counted, hedge }: Reading): boolean {
  const { from, to, value, high } = quantity
  const isMonth = (at: number) => none.MONTHS.has(lower(atoms, at)) && (isCapital(atoms[at]) || has(atoms[at], 'Month'))
  const dot = atoms[from - 1]?.text === '.' ? 2 : 1
  if (
    high <= 31 &&
    !unit &&
    (isMonth(to) || isMonth(from - dot) || (/^(?:and|or|to|,|[-–])$/.test(lower(atoms, to)) && isMonth(to + 2)))
  )
    return true
  if (unit && unit.kind !== 'duration') return false
  if (quantity.shape === 'range' && !unit && isYear(quantity.low) && isYear(high)) return true
  if (high <= 31 && lower(atoms, from - 1) === 'and' && isMonth(to)) return true
  if (
    atoms[from]!.type !== 'number' ||
    quantity.to !== from + 1 ||
    !/^\d{4}$/.test(atoms[from]!.text) ||
    !isYear(value)
  )
    return yearInWords(atoms, quantity)
  if (isMonth(from - dot) || atoms[from - 1]?.text === ',' || atoms[from - 1]?.text === "'") return true
  if (unit) return false
  if (!counted) return true
  if (hedge.from < from) return false
  return none.YEAR_BEFORE.has(lower(atoms, from - 1)) || !isCountable(counted, value)
}

const isYear = (value: number): boolean => value >= 1000 && value <= 2100
/** "2014 elections" is a year, "2014 people" and "1450 houses" are counts. */
const isCountable = ({ head }: Counted, value: number): boolean =>
  value < 1900
    ? isPlural(head)
    : /^(?:people|soldiers|civilians|troops|men|women|children|refugees|residents|families|homes|houses|deaths)$/.test(
        head.lower,
      )

/** "nineteen eighty", "twenty fourteen". */
function yearInWords(atoms: readonly Atom[], { to, value, shape, from }: Quantity): boolean {
  if (shape !== 'words' || atoms[to]?.type !== 'word') return false
  const paired = (value === 19 || value === 20) && (TENS.has(lower(atoms, to)) || (ONES.get(lower(atoms, to)) ?? 0) > 9)
  const second =
    TENS.has(lower(atoms, from)) && (lower(atoms, from - 1) === 'nineteen' || lower(atoms, from - 1) === 'twenty')
  return paired || second
}

/** "at 10 a.m.", "12:30", "1400 GMT"; "the past 24 hours", "two days ago", "three weeks later". */
export function isTime(atoms: readonly Atom[], { quantity, unit, hedge }: Reading): boolean {
  const { from, to } = quantity
  if (none.TIMES.has(lower(atoms, to)) && unit?.kind !== 'duration') return true
  if (/^[ap]$/.test(lower(atoms, to)) && atoms[to + 1]?.text === '.' && lower(atoms, to + 2) === 'm') return true
  if (unit?.kind !== 'duration') return false
  const before = lower(atoms, hedge.from - 1)
  const next = lower(atoms, unit.to)
  if (
    /^(?:day|night)s?$/.test(lower(atoms, unit.to - 1)) &&
    /^(?:one|1)$/.test(lower(atoms, from)) &&
    !unit.hyphen &&
    !/^(?:for|after|within|of|last|lasted)$/.test(before)
  )
    return true
  if (none.WINDOWS.has(before)) return true
  return (
    !unit.hyphen &&
    before !== 'for' &&
    (none.POINTS.has(next) || (next === 'from' && lower(atoms, unit.to + 1) === 'now'))
  )
}
