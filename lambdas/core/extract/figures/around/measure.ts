import { ONLY_AFTER_DIGITS, UNIT_OPENINGS, UNITS } from '../../lexicon/figures-units.ts'
import type { FigureKind } from '../../types.ts'
import { type Atom, has, isCapital, isHyphen, phraseAt } from '../atoms.ts'
import type { Quantity } from '../numbers/quantity.ts'

export interface Measure {
  unit: string
  kind: FigureKind
  factor: number
  /** The atom after the unit. */
  to: number
  /** "nine-month", "500-pound": what is measured follows at once. */
  hyphen: boolean
}

/** What a quantity is measured in, by the words after it: "10 km", "nine-month", "300 square miles", "9,000 m3/s". */
export function measure(atoms: readonly Atom[], quantity: Quantity): Measure | undefined {
  if (quantity.currency)
    return { unit: quantity.currency, kind: 'money', factor: 1, to: quantity.to, hyphen: isHyphen(atoms, quantity.to) }
  if (quantity.shape === 'share') return { unit: 'percent', kind: 'share', factor: 1, to: quantity.to, hyphen: false }
  const hyphen = isHyphen(atoms, quantity.to)
  const of = !hyphen && quantity.shape === 'band' && atoms[quantity.to]?.lower === 'of'
  const at = quantity.to + (hyphen || of ? 1 : 0)
  const found = unitAt(atoms, at, quantity)
  if (!found) return undefined
  const { unit, kind, factor = 1 } = found.unit
  if (unit === 'day' && phraseAt(atoms, found.to, ['and', 'nights']))
    return { unit, kind, factor, to: found.to + 2, hyphen }
  return rate(atoms, found.to, unit) ?? { unit, kind, factor, to: found.to, hyphen }
}

/** "12 straight years", "two more days": the unit behind one lower-case adjective. */
export function measureAfterAdjective(atoms: readonly Atom[], quantity: Quantity): Measure | undefined {
  const adjective = atoms[quantity.to]
  if (
    adjective?.type !== 'word' ||
    !(has(adjective, 'Adjective') || adjective.lower === 'more') ||
    isCapital(adjective)
  )
    return undefined
  const unit = UNITS.get(atoms[quantity.to + 1]?.lower ?? '')
  if (unit?.kind !== 'duration') return undefined
  return { unit: unit.unit, kind: unit.kind, factor: unit.factor ?? 1, to: quantity.to + 2, hyphen: false }
}

function unitAt(atoms: readonly Atom[], at: number, quantity: Quantity) {
  if (!UNIT_OPENINGS.has(atoms[at]?.lower ?? '')) return undefined
  const words: string[] = []
  const ends: number[] = []
  for (let to = at; to < atoms.length && to < at + 5 && words.length < 3; to++) {
    const joint = atoms[to]!.text === '.' || atoms[to]!.text === '·' || isHyphen(atoms, to)
    if (joint && words.length > 0) continue
    words.push(atoms[to]!.lower)
    ends.push(to + 1)
  }
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join(' ')
    const unit = UNITS.get(name) ?? UNITS.get(name.replace(' ', '-'))
    if (name === 'm' && atoms[at]!.text !== 'm') continue
    if (!unit || (ONLY_AFTER_DIGITS.has(name) && !/\d/.test(atoms[quantity.to - 1]!.text))) continue
    if (quantity.shape === 'words' && name === 'second' && quantity.value !== 1 && !isHyphen(atoms, quantity.to))
      continue
    return { unit, to: ends[length - 1]! }
  }
  return undefined
}

/** "km per hour", "miles an hour", "m3/s": a rate is neither a distance nor a duration. */
function rate(atoms: readonly Atom[], at: number, unit: string): Measure | undefined {
  const slash = atoms[at]?.text === '/' && atoms[at]!.glued
  const per = atoms[at]?.lower === 'per' || ['a', 'an'].includes(atoms[at]?.lower ?? '')
  const time = /^(?:s|h|second|hour|day|year|month|week)$/.exec(atoms[at + 1]?.lower ?? '')?.[0]
  if (!time || !(slash || per)) return undefined
  const over = UNITS.get(time)?.unit ?? time
  return {
    unit: `${unit}/${over === 'hour' ? 'h' : over === 'second' ? 's' : over}`,
    kind: 'other',
    factor: 1,
    to: at + 2,
    hyphen: false,
  }
}
