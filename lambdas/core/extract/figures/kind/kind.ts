import { AID, ANYONE, AREAS, CARRIERS, COUNTED, STATES } from '../../lexicon/figures-kinds.ts'
import { FRACTIONS, ONES } from '../../lexicon/figures-numbers.ts'
import type { FigureKind } from '../../types.ts'
import type { Reading } from '../around/reading.ts'
import { type Atom, has, lower } from '../atoms.ts'
import { isSettled, isUprooted } from './moved.ts'
import { isPeople } from './people.ts'
import { BE, SKIPPED, stateAfter } from './states.ts'
import { totalBefore } from './totals.ts'
import { isLoss, verbAfter, verbBefore } from './verbs.ts'

/** What kind of count a figure is: by its unit, by what is counted, then by the verb that it is object or subject of. */
export function kindOf(atoms: readonly Atom[], reading: Reading): FigureKind {
  const { unit, counted, hedge } = reading
  const words = counted ? atoms.slice(counted.from, counted.to).map(atom => atom.lower) : []
  if (unit) return words.some(word => AID.has(word)) && unit.kind === 'other' ? 'aid' : unit.kind
  const end = spanEnd(reading)
  const own = counted && (COUNTED.get(counted.head.lower) ?? words.map(word => STATES.get(word)).find(Boolean))
  if (own === 'detained' && isFreed(atoms, hedge.from, end)) return 'other'
  if (own && own !== 'population' && own !== 'displaced' && !(own === 'detained' && counted.before)) return own
  if (counted && words.some(word => CARRIERS.has(word)) && isAid(atoms, counted.from, end)) return 'aid'
  if (counted && !isPeople(counted.head)) return atoms[hedge.from - 1]?.lower === 'killed' ? 'killed' : 'other'
  if (isWhole(atoms, hedge.from)) return own ?? 'other'
  if (counted && isLoss(atoms, hedge.from, counted.head)) return 'killed'
  const total = counted && !ANYONE.has(counted.head.lower) ? undefined : totalBefore(atoms, hedge.from)
  const verb = stateAfter(atoms, end) ?? (total ? total.kind : verbBefore(atoms, hedge.from)) ?? verbAfter(atoms, end)
  if (verb) return verb
  const after = afterObject(atoms, end)
  if (after) return after
  if (isUprooted(atoms, end, counted?.head, reading.quantity.value)) return 'displaced'
  if (own && (own !== 'population' || reading.quantity.value >= 100)) return own
  if (!counted || isSettled(counted.head))
    return settled(atoms, hedge.from, end) || isPeopleOf(atoms, counted) ? 'population' : 'other'
  return 'other'
}

/** The atom after the figure itself. */
export const spanEnd = ({ quantity, unit, counted }: Reading): number =>
  Math.max(counted?.end ?? 0, unit?.to ?? 0, quantity.to)

/** "38 of the 67 people died", "half of the town's 9,000 people", "of the 55 passengers": what happened to a part didn't to all. */
function isWhole(atoms: readonly Atom[], at: number): boolean {
  let of = at - 1
  while (of > at - 4 && (/^(?:the|its|their|his|her|our|out)$/.test(lower(atoms, of)) || has(atoms[of], 'Possessive')))
    of--
  if (lower(atoms, of) !== 'of') return false
  const part = atoms[of - 1]
  return !part || part.type === 'number' || has(part, 'Value') || FRACTIONS.has(part.lower) || ONES.has(part.lower)
}

/** "five of the hostages were freed", "exchanged 12 prisoners". Not yet: "agreed to free 12 hostages", "an exchange of prisoners". */
const isFreed = (atoms: readonly Atom[], from: number, end: number): boolean =>
  atoms
    .slice(Math.max(0, from - 3), end + 5)
    .some(
      atom =>
        /^(?:free|frees|freed|freeing|releas\w*|exchang\w*|swap\w*|handed|return\w*|pardon\w*|rescued)$/.test(
          atom.lower,
        ) && !isAgreedOn(atoms, atom),
    )

const isAgreedOn = (atoms: readonly Atom[], { index, lower: word }: Atom): boolean =>
  /^(?:to|will|would|could|may|must|should)$/.test(lower(atoms, index - 1)) ||
  (/^(?:release|exchange|swap|return)s?$/.test(word) && lower(atoms, index + 1) === 'of')

const isAid = (atoms: readonly Atom[], from: number, end: number): boolean =>
  atoms.slice(Math.max(0, from - 4), end + 8).some(atom => AID.has(atom.lower))

/** "drove 400 people from their homes", "took 80 men into custody". */
function afterObject(atoms: readonly Atom[], end: number): FigureKind | undefined {
  const [first, second, third] = [lower(atoms, end), lower(atoms, end + 1), lower(atoms, end + 2)]
  if (first === 'into' && /^(?:custody|detention)$/.test(second)) return 'detained'
  return first === 'from' && second === 'their' && AREAS.has(third) ? 'displaced' : undefined
}

/** "home to 120,000 people", "120,000 people are thought to live there". */
const settled = (atoms: readonly Atom[], from: number, end: number): boolean =>
  (lower(atoms, from - 1) === 'to' && lower(atoms, from - 2) === 'home') ||
  /^(?:live|lived|living|reside|residing|inhabit)$/.test(lower(atoms, pastAuxiliaries(atoms, end))) ||
  (lower(atoms, from - 1) === 'of' && lower(atoms, from - 2) === 'population')

function pastAuxiliaries(atoms: readonly Atom[], at: number): number {
  let to = at
  while (to < at + 6 && (BE.test(lower(atoms, to)) || SKIPPED.test(lower(atoms, to)) || has(atoms[to], 'Adverb'))) to++
  return to
}

/** "the region's people, estimated at 120,000". */
const isPeopleOf = (atoms: readonly Atom[], counted: Reading['counted']): boolean =>
  counted?.before === true && atoms.slice(Math.max(0, counted.from - 2), counted.from).some(isOfArea)

const isOfArea = (atom: Atom): boolean => has(atom, 'Place') || AREAS.has(atom.lower.replace(/['’]s?$/, ''))
