import { AID, CARRIERS, COUNTED, DONE_BY, DONE_TO, PEOPLE, STATES, TOTALS } from '../lexicon/figures-kinds.ts'
import type { FigureKind } from '../types.ts'
import { type Atom, has, isCapital, isHyphen } from './atoms.ts'
import { isPlural } from './counted.ts'
import type { Reading } from './rule-out.ts'
import { totalAt, totalBefore } from './totals.ts'

const REACH = 14
const lower = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''
const BE = /^(?:is|are|was|were|be|been|being|get|got)$/
const SKIPPED =
  /^(?:also|still|all|now|reportedly|then|later|already|allegedly|feared|believed|reported|confirmed|thought|said|known|have|has|had|to|may|might|could|would|will|either|both|being|made|rendered|forcibly)$/

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
  const total = counted ? undefined : totalBefore(atoms, hedge.from)?.kind
  const verb = stateAfter(atoms, end) ?? total ?? verbBefore(atoms, hedge.from) ?? verbAfter(atoms, end)
  if (verb) return verb
  if (own && (own !== 'population' || reading.quantity.value >= 100)) return own
  if (!counted || /^(?:people|persons)$/.test(counted.head.lower))
    return settled(atoms, hedge.from, end) ? 'population' : 'other'
  return 'other'
}

export const isPeople = (head: Atom): boolean =>
  PEOPLE.has(head.lower) ||
  COUNTED.has(head.lower) ||
  has(head, 'Actor') ||
  (isCapital(head) && isPlural(head) && has(head, 'Noun'))

/** The atom after the figure itself. */
export const spanEnd = ({ quantity, unit, counted }: Reading): number =>
  Math.max(counted?.end ?? 0, unit?.to ?? 0, quantity.to)

/** "five of the hostages were freed", "exchanged 12 prisoners". */
const isFreed = (atoms: readonly Atom[], from: number, end: number): boolean =>
  atoms
    .slice(Math.max(0, from - 3), end + 5)
    .some(atom =>
      /^(?:free|frees|freed|freeing|releas\w*|exchang\w*|swap\w*|handed|return\w*|pardon\w*|rescued)$/.test(atom.lower),
    )

const isAid = (atoms: readonly Atom[], from: number, end: number): boolean =>
  atoms.slice(Math.max(0, from - 4), end + 8).some(atom => AID.has(atom.lower))

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
      if (word === 'left' && /^homeless|displaced$/.test(lower(atoms, to + 1))) return 'displaced'
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
function verbBefore(atoms: readonly Atom[], at: number): FigureKind | undefined {
  for (let back = at - 1; back >= 0 && back > at - REACH; back--) {
    const atom = atoms[back]!
    const word = atom.lower
    if (TOTALS.has(word)) return totalAt(atoms, back, at).kind
    const done = DONE_TO.get(word)
    if (done) return BE.test(lower(atoms, back - 1)) || isSubject(atoms, back, at) ? undefined : done
    if (word === 'claimed' || word === 'claiming' || word === 'cost' || word === 'left' || word === 'leaving')
      return undefined
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
function verbAfter(atoms: readonly Atom[], at: number): FigureKind | undefined {
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

/** "home to 120,000 people", "120,000 people live there". */
const settled = (atoms: readonly Atom[], from: number, end: number): boolean =>
  (lower(atoms, from - 1) === 'to' && lower(atoms, from - 2) === 'home') ||
  /^(?:live|lived|living|reside|residing|inhabit)$/.test(lower(atoms, end)) ||
  (lower(atoms, from - 1) === 'of' && lower(atoms, from - 2) === 'population')
