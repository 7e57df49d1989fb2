import { COUNTED, DONE_BY, DONE_TO, STATES, TOTALS } from '../../lexicon/figures-kinds.ts'
import type { FigureKind } from '../../types.ts'
import { type Atom, has, isHyphen, lower } from '../atoms.ts'
import { totalAt } from './totals.ts'

const REACH = 14

const BE = /^(?:is|are|was|were|be|been|being|get|got)$/
const SKIPPED =
  /^(?:also|still|all|now|reportedly|then|later|already|allegedly|feared|believed|reported|confirmed|thought|said|known|have|has|had|to|may|might|could|would|will|either|both|being|made|rendered|forcibly)$/

/** "12 killed", "200 people were wounded", "30 others dead", "120,000 fled": what directly follows. */
export function stateAfter(atoms: readonly Atom[], at: number): FigureKind | undefined {
  let passive = false
  let active = false
  for (let to = at; to < at + 7; to++) {
    const word = lower(atoms, to)
    if (BE.test(word)) passive = true
    else if (SKIPPED.test(word)) active ||= /^(?:have|has|had|would|will|could|may|might)$/.test(word)
    else if (!has(atoms[to], 'Adverb')) {
      if (DONE_BY.has(word)) return DONE_BY.get(word)
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

/** "killing at least 12", "wounded 30 people", "killed 10 soldiers and five civilians"; "the death toll rose to 673". */
export function verbBefore(atoms: readonly Atom[], at: number): FigureKind | undefined {
  for (let back = at - 1; back >= 0 && back > at - REACH; back--) {
    const atom = atoms[back]!
    const word = atom.lower
    if (TOTALS.has(word)) return totalAt(atoms, back, at).kind
    const done = DONE_TO.get(word)
    if (done) return BE.test(lower(atoms, back - 1)) || isSubject(atoms, back, at) ? undefined : done
    if (word === 'claimed' || word === 'claiming' || word === 'cost' || word === 'left' || word === 'leaving')
      return undefined
    if (/^include[ds]?$/.test(word)) return COUNTED.get(lower(atoms, back - 1)) ?? STATES.get(lower(atoms, back - 1))
    const losses = word === 'of' ? COUNTED.get(lower(atoms, back - 1)) : undefined
    if (losses && losses !== 'population' && losses !== 'aid') return losses
    if (word === 'of' || word === 'to' || word === 'at') continue
    if (
      /^(?:and|or|including|plus|,|among|them|as|well)$/.test(word) ||
      atom.type === 'number' ||
      isHyphen(atoms, back)
    )
      continue
    if (has(atom, 'Noun', 'Adjective', 'Determiner', 'Value', 'Adverb') && !has(atom, 'Verb', 'Pronoun')) continue
    if (
      /^(?:rose|risen|rise|rises|rising|climbed|climbs|stands|stood|reached|reaches|reaching|passed|hit|has|had|have|is|was|put|by|jumped|grew|grown|increased|now|exceeded|exceeds|revised)$/.test(
        word,
      )
    )
      continue
    return undefined
  }
  return undefined
}

/** "12 were killed and 30 …": between the participle and the number stands an "and", and a number before the participle. */
const isSubject = (atoms: readonly Atom[], verb: number, at: number): boolean =>
  (atoms[verb - 1]?.type === 'number' || has(atoms[verb - 1], 'Value', 'Plural')) &&
  /^(?:and|,|while|with|or)$/.test(lower(atoms, verb + 1)) &&
  at > verb + 1

/** "192 soldiers and one civilian were killed", "12 people in two villages died": the first verb of the clause. */
export function verbAfter(atoms: readonly Atom[], at: number): FigureKind | undefined {
  for (let to = at; to < at + REACH && to < atoms.length; to++) {
    const atom = atoms[to]!
    if (/^(?:who|that|which|while|but|;|:|—|–|"|“|”)$/.test(atom.lower)) return undefined
    if (
      BE.test(atom.lower) ||
      has(atom, 'Copula', 'Auxiliary') ||
      DONE_TO.has(atom.lower) ||
      DONE_BY.has(atom.lower) ||
      STATES.has(atom.lower)
    ) {
      const found = stateAfter(atoms, to)
      if (found || !STATES.has(atom.lower)) return found
    } else if (has(atom, 'Verb') && !has(atom, 'Gerund') && !/^(?:including|aged)$/.test(atom.lower)) return undefined
  }
  return undefined
}
