import * as lexicon from '../../lexicon/figures-currencies.ts'
import { LOOSE_MAGNITUDES, MAGNITUDES } from '../../lexicon/figures-numbers.ts'
import { UNITS } from '../../lexicon/figures-units.ts'
import { type Atom, has, isDash, isHyphen } from '../atoms.ts'
import { type NumberRead, readNumber } from './number.ts'

export interface Amount extends NumberRead {
  currency: string | null
}

/** A number with its money before or after: "$3.4bn", "AMD 5bn", "50m pounds", "3.4 billion US dollars". */
export function readAmount(atoms: readonly Atom[], at: number, and = true, money = false): Amount | undefined {
  const prefix = currencyBefore(atoms, at)
  const start = prefix?.to ?? at
  const loose = money || !!prefix || looseMagnitude(atoms, start)
  const read = readNumber(atoms, start, { and, loose })
  if (!read || (prefix && atoms[start]!.type !== 'number')) return undefined
  if (prefix) return { ...read, currency: prefix.code }
  const suffix = currencyAfter(atoms, read.shape === 'band' && atoms[read.to]?.lower === 'of' ? read.to + 1 : read.to)
  return suffix ? { ...read, currency: suffix.code, to: suffix.to } : { ...read, currency: null }
}

function currencyBefore(atoms: readonly Atom[], at: number): { code: string; to: number } | undefined {
  const sign = lexicon.SIGNS.get(atoms[at]?.text ?? '')
  if (sign) return { code: sign, to: at + 1 }
  const letters = at
  let to = at
  while (
    to < letters + 4 &&
    atoms[to] &&
    (to === letters || atoms[to]!.glued) &&
    /^(?:[A-Z]{1,3}|\.)$/.test(atoms[to]!.text)
  )
    to++
  if (to === letters) return undefined
  const word = atoms
    .slice(letters, to)
    .map(atom => atom.lower)
    .join('')
  if (atoms[to]?.text === '$' && atoms[to]!.glued) {
    const dollar = lexicon.DOLLARS.get(word)
    return dollar ? { code: dollar, to: to + 1 } : undefined
  }
  const code = lexicon.CODES.get(atoms[letters]!.text)
  return code && atoms[letters + 1]?.type === 'number' ? { code, to: letters + 1 } : undefined
}

function currencyAfter(atoms: readonly Atom[], at: number): { code: string; to: number } | undefined {
  const start = isHyphen(atoms, at) ? at + 1 : at
  for (let to = start; to < start + 4; to++) {
    const atom = atoms[to]
    if (!atom || (atom.type !== 'word' && !(atom.text === '.' && to > start))) return undefined
    const code = lexicon.CODES.get(atom.text) ?? lexicon.SIGNS.get(atom.text)
    if (code && to === start) return { code, to: to + 1 }
    const own = lexicon.WORDS.get(atom.lower)
    if (own && isMoney(atoms, to)) return { code: national(atoms, start, to) ?? own, to: to + 1 }
    if (!/^\p{Lu}/u.test(atom.text) && atom.text !== '.' && atom.lower !== 'us') return undefined
  }
  return undefined
}

/** A pound of something, or a 500-pound bomb, is a weight; "won" is mostly a verb, "5 billion won" is money. */
function isMoney(atoms: readonly Atom[], at: number): boolean {
  const word = atoms[at]!.lower
  if (word === 'won' || word === 'rand') return MAGNITUDES.has(atoms[at - 1]!.lower)
  if (word === 'pound' || word === 'pounds')
    return !(isDash(atoms[at - 1]) && word === 'pound') && atoms[at + 1]?.lower !== 'of'
  return true
}

function national(atoms: readonly Atom[], start: number, at: number): string | undefined {
  if (at === start) return undefined
  const whose = atoms
    .slice(start, at)
    .map(atom => atom.lower)
    .join('')
    .replace(/\.$/, '')
  const last = atoms[at - 1]!.lower
  const noun = atoms[at]!.lower.replace(/s$/, '')
  return lexicon.NATIONAL.get(`${whose} ${noun}`) ?? lexicon.NATIONAL.get(`${last} ${noun}`)
}

/** Whether the "m", "k" or "b" after these digits is a magnitude: where money or things in the plural follow. */
function looseMagnitude(atoms: readonly Atom[], at: number): boolean {
  const letter = atoms[at + 1]
  if (atoms[at]?.type !== 'number' || !letter?.glued || !LOOSE_MAGNITUDES.has(letter.lower)) return false
  const next = atoms[at + 2]
  return (
    !!currencyAfter(atoms, at + 2) ||
    (next?.type === 'word' && !next.glued && has(next, 'Plural') && !UNITS.has(next.lower))
  )
}
