import { ANYONE, COUNTED, LASTING, PEOPLE, STATES } from '../lexicon/figures-kinds.ts'
import { WEEKDAYS } from '../lexicon/figures-none.ts'
import { type Atom, has, isCapital, isHyphen, phraseAt } from './atoms.ts'
import type { Measure } from './measure.ts'
import type { Hedge } from './qualify.ts'
import type { Quantity } from './read-quantity.ts'

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
const MORE = new Set(['more', 'additional', 'further', 'extra', 'other', 'new'])
const OURS = /^(?:the|its|their|his|her|our|those|these|my|your|all)$/

/** Reads what is counted: after the number, after "of", or before it ("of whom"). */
export function countedBy(
  atoms: readonly Atom[],
  quantity: Quantity,
  unit: Measure | undefined,
  hedge: Hedge,
): Counted | undefined {
  const at = unit?.to ?? quantity.to
  if (phraseAt(atoms, at, ['out', 'of'])) return afterOf(atoms, at + 1, quantity, unit)
  if (atoms[at]?.lower === 'of') return afterOf(atoms, at, quantity, unit)
  if (unit) return measured(atoms, at, quantity, unit, hedge)
  const hyphen = isHyphen(atoms, at)
  if (hyphen && atoms[at + 1]!.lower !== 'strong')
    return { from: at + 1, to: at + 2, head: atoms[at + 1]!, before: false, part: false, end: at + 2 }
  const found = nounPhrase(atoms, hyphen ? at + 2 : at)
  if (!found) return undefined
  if (ANYONE.has(found.head.lower) && isEstimate(atoms, hedge.from)) {
    const subject = antecedent(atoms, hedge.from - 2)
    if (subject) return { ...subject, end: found.to }
  }
  return { ...found, before: false, part: false, end: found.to }
}

function afterOf(
  atoms: readonly Atom[],
  of: number,
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
    end: isNumber(atoms[start - 1]) ? of : found.to,
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
  const half = unit.kind === 'share' && OURS.test(atoms[at]?.lower ?? '')
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

/** The run of modifiers and nouns at `at`: "ethnic-Armenian residents", "wounded soldiers", "ISIL-held buildings". */
export function nounPhrase(
  atoms: readonly Atom[],
  at: number,
  plural = true,
): { from: number; to: number; head: Atom } | undefined {
  let from = at
  while ((MORE.has(atoms[from]?.lower ?? '') || /.ly$/.test(atoms[from]?.lower ?? '')) && from < at + 2) from++
  let head: Atom | undefined
  for (let to = from; to < atoms.length && to < from + 12; to++) {
    const atom = atoms[to]!
    if (to > from && (isHyphen(atoms, to) || isDot(atoms, to))) continue
    if (atom.type !== 'word' || !(isNominal(atom) || isModifier(atoms, to) || (plural && isMistaken(atom, head)))) break
    if (head && ends(atoms, head, atom)) break
    if (isNoun(atom) || (plural && isMistaken(atom, head)) || (!head && STATES.has(atom.lower))) head = atom
  }
  return head && !isNameOnly(atoms, from, head) ? { from, to: head.index + 1, head } : undefined
}

/** The dots inside "U.S. states". */
const isDot = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]!.text === '.' && atoms[at]!.glued && /^\p{Lu}$/u.test(atoms[at - 1]!.text)

/** "Nantes 0 Lens 1", "the 1,000 Lakes Rally": a name in the singular is not counted. An acronym may be ("four RPG"). */
const isNameOnly = (atoms: readonly Atom[], from: number, head: Atom): boolean =>
  isCapital(atoms[from]) &&
  isCapital(head) &&
  head.text !== head.text.toUpperCase() &&
  !/(?:s|men|ese|people)$/.test(head.lower)

const isNoun = (atom: Atom): boolean =>
  isNominal(atom) && atom.text.length > 1 && (PEOPLE.has(atom.lower) || !has(atom, 'Adjective'))

const CLOSED = 'Pronoun Preposition Determiner Conjunction Adverb Auxiliary Modal Copula Value QuestionWord Verb'.split(
  ' ',
)

function isNominal(atom: Atom): boolean {
  if (PEOPLE.has(atom.lower) || COUNTED.has(atom.lower)) return true
  if (has(atom, ...CLOSED) || OURS.test(atom.lower) || WEEKDAYS.has(atom.lower) || has(atom, 'Month')) return false
  return has(atom, 'Noun', 'Adjective', 'Acronym') || !atom.term
}

/** A plural that compromise took for a verb: "five strikes destroyed", "1.6 billion share votes". A count needs a plural head. */
const isMistaken = (atom: Atom, head: Atom | undefined): boolean =>
  has(atom, 'PresentTense') &&
  atom.lower.endsWith('s') &&
  !has(atom, 'Copula', 'Auxiliary') &&
  (!head || !isPlural(head))

/** A participle that stands before a noun: "20 captured soldiers", "Russian-backed fighters". */
function isModifier(atoms: readonly Atom[], at: number): boolean {
  const atom = atoms[at]!
  if (has(atom, 'Copula', 'Auxiliary')) return false
  if (!has(atom, 'PastTense', 'Participle', 'Gerund') && !STATES.has(atom.lower)) return false
  if (isHyphen(atoms, at - 1)) return true
  const next = atoms[at + 1]
  return next?.type === 'word' && !has(next, 'ProperNoun') && isNominal(next)
}

/** A plural ends the phrase unless another plural in lower case follows ("women soldiers"). */
function ends(atoms: readonly Atom[], head: Atom, next: Atom): boolean {
  if (isHyphen(atoms, next.index - 1) || has(head, 'Possessive')) return false
  if (STATES.has(next.lower)) return true
  return isPlural(head) && !(isPlural(next) && !isCapital(next))
}
export const isPlural = (atom: Atom): boolean =>
  has(atom, 'Plural') || /^(?:people|men|women|children|troops|police|personnel|staff)$/.test(atom.lower)

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
