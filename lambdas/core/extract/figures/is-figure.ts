import type { Figure } from '../types.ts'
import type { Reading } from './around/reading.ts'
import { type Atom, has, isCapital, phraseAt } from './atoms.ts'
import { kindOf, spanEnd } from './kind/kind.ts'
import { stateAfter } from './kind/states.ts'
import { totalBefore } from './kind/totals.ts'
import type { Quantity } from './numbers/quantity.ts'

const HARMED = /^(?:killed|wounded|displaced|detained)$/
const NOTHING =
  /^(?:times?|ways?|things?|fold|hands?|kinds?|sorts?|types?|cents|reasons?|questions?|words?|west|east|north|south|total|way|vs|sides?)$/

/** Whether a number that is neither date nor name gives a quantity of something: a measure, a thing counted, a toll. */
export function isFigure(atoms: readonly Atom[], reading: Reading, found: readonly Figure[]): boolean {
  const { quantity, unit, counted, hedge } = reading
  if (unit) return true
  const word = atoms[quantity.from]!.lower
  if (quantity.value === 1 && word === 'one' && (quantity.to === quantity.from + 1 || isOrMore(atoms, quantity)))
    return isOne(atoms, reading, found)
  if (quantity.value === 0 && isCapital(counted?.head)) return false
  if (counted) return !NOTHING.test(counted.head.lower)
  if (quantity.shape === 'band') return word !== 'scores' || HARMED.test(kindOf(atoms, reading))
  if (quantity.shape === 'range' && quantity.dash) return false
  if (/^(?:at least|at most|more than|less than)$/.test(hedge.qualifier) && quantity.value >= 2)
    return !has(atoms[hedge.from - 1], 'Pronoun') || quantity.value > 2
  if (isLarge(atoms, quantity) || atoms[hedge.from - 1]?.lower === 'another') return true
  if (hedge.qualifier === 'about' && quantity.value >= 20) return true
  const total = quantity.value >= 2 && totalBefore(atoms, hedge.from) && isSaid(atoms, hedge.from)
  return total || HARMED.test(kindOf(atoms, reading)) || !!stateAfter(atoms, isMore(atoms, quantity.to))
}

/** "expects 5,000 to attend", "an audience of 2.5 million": so written, it is a number of something even where nothing is named. */
const isLarge = (atoms: readonly Atom[], { value, from, to }: Quantity): boolean =>
  value >= 1_000 &&
  Number.isInteger(value) &&
  (to > from + 1 || /[,\u00a0]/.test(atoms[from]!.text)) &&
  !isCapital(atoms[to])

/** "96 more are missing": what is said of them stands after the "more". */
const isMore = (atoms: readonly Atom[], at: number): number => (atoms[at]?.lower === 'more' ? at + 1 : at)

/** "one" is mostly a pronoun or an article: it counts beside another count, or where somebody came to harm. */
function isOne(atoms: readonly Atom[], reading: Reading, found: readonly Figure[]): boolean {
  const { quantity, counted, hedge } = reading
  if (
    /^(?:no|the|this|that|any|every|each|which|only|another|number)$/.test(atoms[hedge.from - 1]?.lower ?? '') &&
    hedge.qualifier === 'exact'
  )
    return false
  if (!counted)
    return HARMED.test(kindOf(atoms, reading)) && spanEnd(reading) === quantity.to && atoms[quantity.to]?.lower !== 'of'
  if (counted.part || counted.before || isOrMore(atoms, quantity)) return false
  const last = found.at(-1)
  const beside =
    last && last.end >= (atoms[quantity.from - 2]?.start ?? 0) && /^(?:and|,)$/.test(atoms[quantity.from - 1]!.lower)
  return !!beside || HARMED.test(kindOf(atoms, reading))
}

/** "one or more events" is any number of them. */
const isOrMore = (atoms: readonly Atom[], { from }: Quantity): boolean => phraseAt(atoms, from + 1, ['or', 'more'])

/** "rose to 673", "stands at 40", "a total of 30", "the number was 12". */
const isSaid = (atoms: readonly Atom[], at: number): boolean =>
  /^(?:to|at|of|past|is|was|reached|reaches|reaching|hit|hits|exceeded|passed|topped|totals|totalled|totaled|now|be|been)$/.test(
    atoms[at - 1]?.lower ?? '',
  )
