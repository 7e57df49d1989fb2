import { AREAS, ARRIVING, LEAVING, LOSSES, ROUTES, SETTLED, SHELTER, TAKEN } from '../../lexicon/figures-kinds.ts'
import { type Atom, has, isCapital, lower } from '../atoms.ts'
import { isPeople } from './people.ts'
import { BE } from './states.ts'

/** How far after the number its verb may stand, and how far after the verb the place. */
const REACH = 14
const NEAR = 8
/** Fewer are a party that travels. */
const FEWEST = 10
const NOT_YET = /^(?:will|would|could|may|might|can|should|to|not|never|must)$/
const CLAUSE = /^(?:[;:—–"“”]|which|while|but)$/

/** Whether those counted left their homes: "1,050 people had crossed into Armenia", "50,000 have found shelter there". */
export const isUprooted = (atoms: readonly Atom[], at: number, head: Atom | undefined, value: number): boolean =>
  value >= FEWEST && (!head || isSettled(head)) && hasMoved(atoms, at, at + REACH)

export const isSettled = (head: Atom): boolean =>
  SETTLED.has(head.lower) ||
  (isCapital(head) && isPeople(head) && !LOSSES.has(head.lower) && !/^(?:democrats|republicans)$/.test(head.lower))

/** Whether the first verb in `[at, limit)` is one of leaving, in the past, with the place left or gone to. */
export function hasMoved(atoms: readonly Atom[], at: number, limit: number): boolean {
  for (let to = at; to < limit && to < atoms.length; to++) {
    const { lower: word } = atoms[to]!
    if (NOT_YET.test(word) || CLAUSE.test(word)) return false
    if (LEAVING.has(word)) return isLeaving(atoms, to)
    if (ARRIVING.has(word)) return isByRoute(atoms, to + 1) || isCountry(atoms, to + 1)
    if (TAKEN.has(word)) return BE.test(lower(atoms, to - 1)) && /^(?:to|into|from|out)$/.test(lower(atoms, to + 1))
    if (/^(?:found|taken|took|sought)$/.test(word)) return SHELTER.has(lower(atoms, to + 1))
    if (has(atoms[to], 'Verb') && !has(atoms[to], 'Auxiliary', 'Gerund') && !/^(?:have|has|had)$/.test(word))
      return false
  }
  return false
}

function isLeaving(atoms: readonly Atom[], verb: number): boolean {
  const word = lower(atoms, verb)
  const next = lower(atoms, verb + 1)
  if (word === 'crossed') return isTowards(next) ? isPlaceNear(atoms, verb + 2) : isRoute(atoms, verb + 1)
  if (word === 'left') return next === 'for' ? isPlaceNear(atoms, verb + 2) : isArea(atoms, verb + 1)
  if (word === 'made') return /^(?:it|their)$/.test(next) && isPlaceNear(atoms, verb + 2)
  if (/^(?:come|came|gone|went|got|gotten)$/.test(word))
    return next === 'out' && lower(atoms, verb + 2) === 'of' && isPlaceNear(atoms, verb + 3)
  return (isTowards(next) || next === 'from') && isPlaceNear(atoms, verb + 2)
}

const isTowards = (word: string): boolean => /^(?:into|to|over|across|out|in)$/.test(word)

/** "the border", "the Syrian frontier". */
const isRoute = (atoms: readonly Atom[], at: number): boolean =>
  atoms.slice(at, at + 4).some(atom => ROUTES.has(atom.lower))

/** "the enclave", "their homes", "the besieged town", "Goma". */
function isArea(atoms: readonly Atom[], at: number): boolean {
  for (let to = at; to < at + 4; to++) {
    if (AREAS.has(lower(atoms, to)) || has(atoms[to], 'Place')) return true
    if (!has(atoms[to], 'Determiner', 'Adjective', 'Possessive', 'PastTense')) return false
  }
  return false
}

/** A name or a word for a place before the clause ends. */
function isPlaceNear(atoms: readonly Atom[], at: number): boolean {
  for (let to = at; to < at + NEAR && to < atoms.length; to++) {
    const atom = atoms[to]!
    if (atom.type === 'sign' && !/^[-‐‑'’.]$/.test(atom.text)) return false
    if (AREAS.has(atom.lower) || ROUTES.has(atom.lower)) return true
    if (isCapital(atom) && !has(atom, 'Date', 'WeekDay', 'Month')) return true
  }
  return false
}

/** "arrived in Sudan", "reached Poland", but not "for the games". */
function isCountry(atoms: readonly Atom[], at: number): boolean {
  const name = /^(?:in|from|to)$/.test(lower(atoms, at)) ? at + 1 : at
  return has(atoms[name], 'Country') && !/^(?:for|to)$/.test(lower(atoms, name + 1))
}

/** "through the corridor", "via the Rafah crossing". */
function isByRoute(atoms: readonly Atom[], at: number): boolean {
  for (let to = at; to < at + NEAR && to < atoms.length; to++)
    if (
      /^(?:through|via|across|over)$/.test(atoms[to]!.lower) &&
      atoms.slice(to, to + 6).some(next => ROUTES.has(next.lower))
    )
      return true
  return false
}
