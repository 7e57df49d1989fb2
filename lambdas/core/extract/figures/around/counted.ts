import { ANYONE, LASTING, PEOPLE } from '../../lexicon/figures-kinds.ts'
import { type Atom, has, isHyphen, phraseAt } from '../atoms.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { Measure } from './measure.ts'
import { isPlural, nounPhrase, OURS } from './noun-phrase.ts'
import type { Hedge } from './qualify.ts'

/** What is counted: its words are atoms `[from, to)`, the head is the last of them. */
export interface Counted {
  from: number
  to: number
  head: Atom
  /** The words stand before the quantity ("peacekeepers, six of whom"), so they are not part of the figure's span. */
  before: boolean
  /** "six of whom", "five of the 12 hostages": a part of a whole that the text counts or names before. */
  part: boolean
  /** Where the figure's span ends. */
  end: number
}

/** Reads what is counted: after the number, after "of", or before it ("of whom"). */
export function countedBy(
  atoms: readonly Atom[],
  quantity: Quantity,
  unit: Measure | undefined,
  hedge: Hedge,
): Counted | undefined {
  const at = unit?.to ?? quantity.to
  if (phraseAt(atoms, at, ['out', 'of'])) return afterOf(atoms, at + 1, at, quantity, unit)
  if (atoms[at]?.lower === 'of') return afterOf(atoms, at, at, quantity, unit)
  if (unit) return measured(atoms, at, quantity, unit, hedge)
  const hyphen = isHyphen(atoms, at)
  if (hyphen && atoms[at + 1]!.lower !== 'strong')
    return { from: at + 1, to: at + 2, head: atoms[at + 1]!, before: false, part: false, end: at + 2 }
  const found = nounPhrase(atoms, hyphen ? at + 2 : at)
  if (!found) return hyphen ? undefined : (sharedNoun(atoms, at) ?? estimated(atoms, at, hedge.from))
  if (ANYONE.has(found.head.lower) && isEstimate(atoms, hedge.from)) {
    const subject = antecedent(atoms, hedge.from - 2)
    if (subject) return { ...subject, end: found.to }
  }
  return { ...found, before: false, part: false, end: found.to }
}

/** "the town's people, estimated at 9,000": the plural before a bare estimate in apposition. */
function estimated(atoms: readonly Atom[], end: number, at: number): Counted | undefined {
  if (!isEstimate(atoms, at)) return undefined
  const comma = atoms[at - 1]!.lower === 'at' ? at - 3 : at - 2
  const head = atoms[comma]?.text === ',' ? atoms[comma - 1] : undefined
  const isCounted = head && (PEOPLE.has(head.lower) || (isPlural(head) && has(head, 'Noun')))
  return isCounted ? { ...phraseBackFrom(atoms, head), end } : undefined
}

/** "two Armenian and three Azerbaijani soldiers": the noun stands after the second number. */
function sharedNoun(atoms: readonly Atom[], at: number): Counted | undefined {
  let end = at
  while (end < at + 3 && has(atoms[end], 'Adjective', 'Demonym')) end++
  if (end === at || !/^(?:and|or|,)$/.test(atoms[end]?.lower ?? '') || !isNumber(atoms[end + 1])) return undefined
  const found = nounPhrase(atoms, end + 2)
  return found && { from: found.head.index, to: found.to, head: found.head, before: false, part: false, end }
}

function afterOf(
  atoms: readonly Atom[],
  of: number,
  end: number,
  quantity: Quantity,
  unit: Measure | undefined,
): Counted | undefined {
  const next = atoms[of + 1]?.lower ?? ''
  const counting = !unit && quantity.shape !== 'band'
  if (/^(?:whom|them|which|these|those|us|you)$/.test(next)) {
    const own = next === 'them' || next === 'those' ? nounPhrase(atoms, of + 2) : undefined
    if (own) return { ...own, before: false, part: true, end: own.to }
    const whole = antecedent(atoms, quantity.from)
    return whole && { ...whole, part: true, end: of + 2 }
  }
  let start = of + 1
  while (OURS.test(atoms[start]?.lower ?? '') && start < of + 3) start++
  while (isNumber(atoms[start])) start++
  let found = nounPhrase(atoms, start)
  if (found && has(found.head, 'Possessive')) {
    start = found.to
    while (isNumber(atoms[start])) start++
    found = nounPhrase(atoms, start)
  }
  if (!found) return undefined
  return {
    ...found,
    before: false,
    part: counting && isNumber(atoms[start - 1]),
    end: isNumber(atoms[start - 1]) ? end : found.to,
  }
}

const isNumber = (atom: Atom | undefined): boolean => atom?.type === 'number' || has(atom, 'Value')

/** Of a measure: the noun after a hyphenated one ("nine-month blockade"), "in aid" after money, what lasted before "for". */
function measured(
  atoms: readonly Atom[],
  at: number,
  quantity: Quantity,
  unit: Measure,
  hedge: Hedge,
): Counted | undefined {
  const money = unit.kind === 'money' && atoms[at]?.lower === 'in'
  const half = quantity.shape === 'share' && OURS.test(atoms[at]?.lower ?? '')
  const parts = quantity.shape === 'share'
  if (unit.hyphen || money || half || parts) {
    const long = unit.hyphen && isHyphen(atoms, at) && atoms[at + 1]!.lower === 'long' ? 2 : 0
    const found = nounPhrase(atoms, money || half ? at + 1 : at + long, !unit.hyphen)
    return found && { ...found, before: false, part: false, end: half || parts ? found.to : Math.max(at, quantity.to) }
  }
  if (unit.kind !== 'duration' || atoms[hedge.from - 1]?.lower !== 'for') return undefined
  for (let back = hedge.from - 2; back >= 0 && back > hedge.from - 20; back--)
    if (LASTING.has(atoms[back]!.lower))
      return { from: back, to: back + 1, head: atoms[back]!, before: true, part: false, end: at }
  return undefined
}

const isEstimate = (atoms: readonly Atom[], at: number): boolean =>
  (atoms[at - 1]?.lower === 'at' && /^(?:estimated|put|numbered)$/.test(atoms[at - 2]?.lower ?? '')) ||
  atoms[at - 1]?.lower === 'numbering'

/** The nearest plural noun before `at`, people before things: whom "six of whom" is said of. */
function antecedent(atoms: readonly Atom[], at: number): Counted | undefined {
  let things: Atom | undefined
  for (let back = at - 1; back >= 0 && back > at - 25; back--) {
    const atom = atoms[back]!
    if (atom.type !== 'word') continue
    if (PEOPLE.has(atom.lower) && isPlural(atom)) return phraseBackFrom(atoms, atom)
    if (!things && isPlural(atom) && has(atom, 'Noun')) things = atom
  }
  return things && phraseBackFrom(atoms, things)
}

function phraseBackFrom(atoms: readonly Atom[], head: Atom): Counted {
  let from = head.index
  while (from > 0 && head.index - from < 6) {
    const before = atoms[from - 1]!
    const joined = isHyphen(atoms, from - 1)
    if (
      !joined &&
      !(
        before.type === 'word' &&
        has(before, 'Noun', 'Adjective') &&
        !has(before, 'Pronoun', 'Verb', 'Determiner', 'Value', 'Possessive')
      )
    )
      break
    from--
  }
  return { from, to: head.index + 1, head, before: true, part: false, end: head.index + 1 }
}
