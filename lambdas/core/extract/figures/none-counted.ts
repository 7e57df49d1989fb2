import { PEOPLE, STATES } from '../lexicon/figures-kinds.ts'
import type { FigureKind } from '../types.ts'
import { nounPhrase } from './around/noun-phrase.ts'
import { type Atom, phraseAt } from './atoms.ts'

export interface Zero {
  from: number
  to: number
  /** What there was none of; the atom after `from` where nothing is named. */
  of: [from: number, to: number] | null
  kind: FigureKind
}
const HARM: ReadonlyMap<string, FigureKind> = new Map<string, FigureKind>([
  ['casualties', 'other'],
  ['victims', 'other'],
  ['deaths', 'killed'],
  ['fatalities', 'killed'],
  ['injuries', 'wounded'],
  ['wounded', 'wounded'],
  ['arrests', 'detained'],
  ['detentions', 'detained'],
])

/** "no casualties", "no civilian deaths", "no one was hurt", "nobody was killed": a figure of 0. "No reports of casualties" is none. */
export function readZero(atoms: readonly Atom[], at: number): Zero | undefined {
  const word = atoms[at]!.lower
  if (word === 'none' && atoms[at + 1]?.lower === 'of') {
    const whole = nounPhrase(atoms, at + 3)
    return whole && hurt(atoms, at, whole.to, [whole.from, whole.to])
  }
  if (word === 'nobody' || word === 'none') return hurt(atoms, at, at + 1)
  if (word === 'not' && phraseAt(atoms, at + 1, ['a', 'single'])) {
    const found = nounPhrase(atoms, at + 3)
    return found && hurt(atoms, at, found.to, [found.from, found.to])
  }
  if (word !== 'no') return undefined
  if (atoms[at + 1]?.lower === 'one') return hurt(atoms, at, at + 2)
  const found = nounPhrase(atoms, at + 1)
  const kind = found && HARM.get(found.head.lower)
  if (!kind && found && PEOPLE.has(found.head.lower)) return hurt(atoms, at, found.to, [found.from, found.to])
  return kind && { from: at, to: found.to, of: [found.from, found.to], kind }
}

function hurt(atoms: readonly Atom[], from: number, at: number, of: Zero['of'] = null): Zero | undefined {
  const be = /^(?:was|were|is|has|have|had)$/.test(atoms[at]?.lower ?? '')
  const verb = atoms[at + 1]?.lower === 'been' ? at + 2 : at + 1
  const kind = be ? STATES.get(atoms[verb]?.lower ?? '') : undefined
  return kind && { from, to: verb + 1, of, kind }
}
