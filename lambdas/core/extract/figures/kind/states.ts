import { COUNTED, DONE_BY, DONE_TO, STATES } from '../../lexicon/figures-kinds.ts'
import type { FigureKind } from '../../types.ts'
import { type Atom, has, lower } from '../atoms.ts'

export const BE = /^(?:is|are|was|were|be|been|being|get|got)$/
export const SKIPPED =
  /^(?:also|still|all|now|reportedly|then|later|already|allegedly|feared|believed|reported|confirmed|thought|said|known|have|has|had|to|may|might|could|would|will|either|both|being|made|rendered|forcibly)$/

/** "12 killed", "200 people were wounded", "30 others dead", "120,000 fled": what directly follows. */
export function stateAfter(atoms: readonly Atom[], at: number): FigureKind | undefined {
  let passive = false
  let active = false
  for (let to = lower(atoms, at) === 'who' ? at + 1 : at; to < at + 7; to++) {
    const word = lower(atoms, to)
    if (BE.test(word)) passive = true
    else if (SKIPPED.test(word)) active ||= /^(?:have|has|had|would|will|could|may|might)$/.test(word)
    else if (!has(atoms[to], 'Adverb')) {
      if (DONE_BY.has(word)) return DONE_BY.get(word)
      if (lower(atoms, to + 1) === 'to' && lower(atoms, to + 2) === 'death') return 'killed'
      if (passive && STATES.has(word) && isEither(atoms, to + 1, STATES.get(word)!)) return 'other'
      if (STATES.has(word) && (passive || !DONE_TO.has(word))) return STATES.get(word)
      const done = /(?:ed|ain|ung|eld|urt)$/.test(word) || word === 'shot-dead' ? DONE_TO.get(word) : undefined
      if (word === 'held' && !passive) return undefined
      if (done) return passive || (!active && !takesObject(atoms, to + 1)) ? done : undefined
      if (word === 'among') return amongThe(atoms, to + 1)
      if (word === 'lost' && lower(atoms, to + 2).startsWith('li')) return 'killed'
      if (word === 'shot' && lower(atoms, to + 1) === 'dead') return 'killed'
      if (word === 'left' && /^(?:homeless|displaced)$/.test(lower(atoms, to + 1))) return 'displaced'
      if (word === 'forced' || word === 'driven')
        return atoms.slice(to, to + 6).some(atom => /^(?:flee|homes|leave|evacuate)$/.test(atom.lower))
          ? 'displaced'
          : undefined
      if ((word === 'under' || word === 'in') && /^(?:arrest|custody|detention)$/.test(lower(atoms, to + 1)))
        return 'detained'
      return undefined
    }
  }
  return undefined
}

/** "killed or wounded": neither of the two. */
const isEither = (atoms: readonly Atom[], at: number, kind: FigureKind): boolean =>
  /^(?:and|or)$/.test(lower(atoms, at)) && (STATES.get(lower(atoms, at + 1)) ?? kind) !== kind

/** "were among the dead". */
const amongThe = (atoms: readonly Atom[], at: number): FigureKind | undefined =>
  lower(atoms, at) === 'the' ? (COUNTED.get(lower(atoms, at + 1)) ?? STATES.get(lower(atoms, at + 1))) : undefined

/** "200 soldiers killed 30 civilians": the verb has an object, so its subject was not killed. */
const takesObject = (atoms: readonly Atom[], at: number): boolean =>
  has(atoms[at], 'Determiner', 'Pronoun', 'Value', 'Noun') &&
  !has(atoms[at], 'Date', 'WeekDay', 'Month') &&
  !/^(?:there|here|yesterday|today|overnight)$/.test(lower(atoms, at)) &&
  atoms[at - 1]!.end + 1 >= atoms[at]!.start
