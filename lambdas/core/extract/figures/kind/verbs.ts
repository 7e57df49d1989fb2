import { COUNTED, DONE_BY, DONE_TO, LOSSES, NO_DEATH, STATES, TOTALS } from '../../lexicon/figures-kinds.ts'
import type { FigureKind } from '../../types.ts'
import { type Atom, has, isHyphen, lower } from '../atoms.ts'
import { isPeople } from './people.ts'
import { BE, stateAfter } from './states.ts'
import { totalAt } from './totals.ts'

const REACH = 14

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

/** "lost 187 soldiers and one civilian": the dead of a side. Back over what is joined to the number. */
export function isLoss(atoms: readonly Atom[], at: number, head: Atom): boolean {
  if (!isPeople(head) || (lower(atoms, head.index + 1) === 'to' && NO_DEATH.has(lower(atoms, head.index + 2))))
    return false
  let soldiers = LOSSES.has(head.lower)
  for (let back = at - 1; back >= 0 && back > at - REACH; back--) {
    const atom = atoms[back]!
    if (/^(?:lost|lose|loses|losing)$/.test(atom.lower)) return soldiers
    soldiers ||= LOSSES.has(atom.lower)
    const joined =
      /^(?:and|,|of|as|well|plus|also|at|another|least|about|some|least)$/.test(atom.lower) || atom.type === 'number'
    if (!joined && (has(atom, 'Verb', 'Preposition', 'Pronoun') || !has(atom, 'Noun', 'Adjective', 'Value', 'Adverb')))
      return false
  }
  return false
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
