import {
  COUNTED,
  COUNTER_AT,
  COUNTER_PAST,
  COUNTER_TO,
  DONE_BY,
  DONE_TO,
  STATES,
  TALLIES,
  TOTALS,
} from '../../lexicon/figures-kinds.ts'
import type { FigureKind } from '../../types.ts'
import { isPlural, nounPhrase } from '../around/noun-phrase.ts'
import { type Atom, has, lower } from '../atoms.ts'
import { hasMoved } from './moved.ts'
import { isPeople } from './people.ts'
import { stateAfter } from './states.ts'

/** "death toll", "the number of displaced people": its words are atoms `[from, to)`. */
export interface Total {
  from: number
  to: number
  kind: FigureKind | undefined
  /** Whether people are counted. */
  people: boolean
}
/** How far before a bare figure its total stands, and how far before the verb of a counter. */
const NEAR = 10
const FAR = 24

/** The toll or number that a bare figure gives: "the death toll" of "the death toll rose to 673". */
export function totalBefore(atoms: readonly Atom[], at: number): Total | undefined {
  for (let back = at - 1; back >= 0 && back > at - NEAR && !/^[;:,]$/.test(atoms[back]!.text); back--)
    if (TOTALS.has(atoms[back]!.lower)) return totalAt(atoms, back, at)
  const counter = counterBefore(atoms, at)
  return counter === undefined ? undefined : subjectOf(atoms, counter)
}

/** The verb of "rose to 673", "has risen from 200 to 213", "stands at 40", "reached 90"; `at` is the atom after it. */
function counterBefore(atoms: readonly Atom[], at: number): number | undefined {
  const last = lower(atoms, at - 1)
  if (COUNTER_PAST.has(last)) return at - 1
  if (last === 'at') return COUNTER_AT.has(lower(atoms, at - 2)) ? at - 2 : isPut(atoms, at - 2) ? at - 1 : undefined
  if (!/^(?:to|from|by|past|above|beyond)$/.test(last)) return undefined
  for (let back = at - 2; back >= 0 && back > at - 8; back--) {
    if (/^[;:,]$/.test(atoms[back]!.text)) return undefined
    if (COUNTER_TO.has(lower(atoms, back))) return back
  }
  return undefined
}

/** "put its own losses at 192". */
const isPut = (atoms: readonly Atom[], at: number): boolean =>
  atoms.slice(Math.max(0, at - 6), at).some(atom => /^(?:put|puts|putting|estimated|estimates)$/.test(atom.lower))

/** What a counter counts: "the number of people who fled", past a remark between two commas; else "arrests" of "arrests rose to". */
function subjectOf(atoms: readonly Atom[], verb: number): Total | undefined {
  let counted: number | undefined
  let commas = 0
  for (let back = verb - 1; back >= 0 && back > verb - FAR; back--) {
    const { lower: word, text } = atoms[back]!
    if (/^[;:]$/.test(text) || /^(?:but|while|whereas)$/.test(word)) break
    if (/^(?:and|or|as)$/.test(word) && has(atoms[back + 1], 'Determiner', 'Pronoun')) break
    if (text === ',') commas++
    if (commas % 2 === 1) continue
    if (TOTALS.has(word)) return totalAt(atoms, back, verb)
    if (TALLIES.has(word) || (COUNTED.has(word) && (word.endsWith('s') || isPlural(atoms[back]!)))) counted = back
  }
  if (counted === undefined || !isSubject(atoms, counted)) return undefined
  return { from: counted, to: counted + 1, kind: COUNTED.get(lower(atoms, counted)), people: true }
}

/** Not "complaints from residents rose to 40". */
function isSubject(atoms: readonly Atom[], head: number): boolean {
  let before = head - 1
  while (before > head - 4 && has(atoms[before], 'Adjective', 'Determiner', 'Possessive')) before--
  return !has(atoms[before], 'Preposition')
}

export function totalAt(atoms: readonly Atom[], head: number, limit: number): Total {
  const from = has(atoms[head - 1], 'Noun') && !has(atoms[head - 1], 'Pronoun', 'Possessive') ? head - 1 : head
  const of = lower(atoms, head + 1) === 'of' ? head + 2 : head
  const found = of > head ? beforeCounter(atoms, lower(atoms, of) === 'the' ? of + 1 : of) : undefined
  const to = found && found.to <= limit ? found.to : head + 1
  const people = !found || isPeople(found.head) || STATES.has(found.head.lower)
  const own = from < head ? happened(lower(atoms, from)) : undefined
  const kind = own ?? (people ? fateOf(atoms, head, limit) : undefined) ?? KIND_OF_TOTAL.get(lower(atoms, head))
  return { from, to, kind, people: found !== undefined && people }
}

/** The noun phrase at `at`, up to a counter's verb that may be taken for a noun: "the number of dead rose to 40". */
function beforeCounter(atoms: readonly Atom[], at: number): { to: number; head: Atom } | undefined {
  const found = nounPhrase(atoms, at)
  if (!found) return undefined
  let to = found.from + 1
  while (to < found.to && !COUNTER_TO.has(lower(atoms, to)) && !COUNTER_AT.has(lower(atoms, to))) to++
  return { to, head: atoms[to - 1]! }
}

const happened = (word: string): FigureKind | undefined => COUNTED.get(word) ?? STATES.get(word) ?? DONE_TO.get(word)

/** What happened to those of "the number of": "the number of people who fled", "the number of refugees killed". */
function fateOf(atoms: readonly Atom[], head: number, limit: number): FigureKind | undefined {
  for (let to = head + 1; to < Math.min(head + NEAR, limit); to++) {
    if (!/^(?:who|that)$/.test(lower(atoms, to))) continue
    const done = stateAfter(atoms, to + 1) ?? (hasMoved(atoms, to + 1, limit) ? 'displaced' : undefined)
    if (done) return done
  }
  let whose: FigureKind | undefined
  for (const { lower: word } of atoms.slice(head + 1, Math.min(head + 7, limit))) {
    const kind = happened(word) ?? DONE_BY.get(word)
    if (kind && !(COUNTED.has(word) && WHO.test(kind))) return kind
    whose ??= kind
  }
  return whose
}

/** Kinds that say who was counted: what happened to them says more. */
const WHO = /^(?:displaced|detained|population|aid)$/
const KIND_OF_TOTAL = new Map<string, FigureKind>([
  ['toll', 'killed'],
  ['population', 'population'],
])
