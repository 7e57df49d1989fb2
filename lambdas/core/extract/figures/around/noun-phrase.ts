import { COUNTED, PEOPLE, STATES } from '../../lexicon/figures-kinds.ts'
import { WEEKDAYS } from '../../lexicon/figures-none.ts'
import { type Atom, has, isCapital, isHyphen } from '../atoms.ts'

const MORE = new Set(['more', 'additional', 'further', 'extra', 'other', 'new'])
export const OURS = /^(?:the|its|their|his|her|our|those|these|my|your|all)$/

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
export function ends(atoms: readonly Atom[], head: Atom, next: Atom): boolean {
  if (isHyphen(atoms, next.index - 1) || has(head, 'Possessive')) return false
  if (STATES.has(next.lower)) return true
  return isPlural(head) && !(isPlural(next) && !isCapital(next))
}
export const isPlural = (atom: Atom): boolean =>
  has(atom, 'Plural') ||
  /^(?:people|men|women|children|troops|police|personnel|staff)$/.test(atom.lower) ||
  (/[a-rt-z]s$/.test(atom.lower) && !/(?:us|is|'s|’s)$/.test(atom.lower) && has(atom, 'Noun'))
