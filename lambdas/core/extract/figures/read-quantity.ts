import * as money from '../lexicon/figures-currencies.ts'
import { FRACTIONS, LOOSE_MAGNITUDES } from '../lexicon/figures-numbers.ts'
import { UNITS } from '../lexicon/figures-units.ts'
import { type Atom, has, isDash, isHyphen, phraseAt } from './atoms.ts'
import { type NumberRead, readNumber } from './read-number.ts'

/** A number, a range or a share, with its money: atoms `[from, to)`. */
export interface Quantity {
  from: number
  to: number
  value: number
  low: number
  high: number
  shape: 'digits' | 'words' | 'band' | 'range' | 'share'
  currency: string | null
  /** Of a range in digits, whether it is written with a dash: "3-2" may be a score, "three to two" is none. */
  dash: boolean
}

/** The quantity that begins at `at`, the longest reading first. */
export function readQuantity(atoms: readonly Atom[], at: number): Quantity | undefined {
  return readShare(atoms, at) ?? readRange(atoms, at) ?? readOne(atoms, at)
}

interface Amount extends NumberRead {
  currency: string | null
}

/** A number with its money before or after: "$3.4bn", "AMD 5bn", "50m pounds", "3.4 billion US dollars". */
function readAmount(atoms: readonly Atom[], at: number, and = true): Amount | undefined {
  const prefix = currencyBefore(atoms, at)
  const start = prefix?.to ?? at
  const loose = !!prefix || looseMagnitude(atoms, start)
  const read = readNumber(atoms, start, { and, loose })
  if (!read || (prefix && atoms[start]!.type !== 'number')) return undefined
  if (prefix) return { ...read, currency: prefix.code }
  const suffix = currencyAfter(atoms, read.shape === 'band' && atoms[read.to]?.lower === 'of' ? read.to + 1 : read.to)
  return suffix ? { ...read, currency: suffix.code, to: suffix.to } : { ...read, currency: null }
}

function currencyBefore(atoms: readonly Atom[], at: number): { code: string; to: number } | undefined {
  const sign = money.SIGNS.get(atoms[at]?.text ?? '')
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
    const dollar = money.DOLLARS.get(word)
    return dollar ? { code: dollar, to: to + 1 } : undefined
  }
  const code = money.CODES.get(atoms[letters]!.text)
  return code && atoms[letters + 1]?.type === 'number' ? { code, to: letters + 1 } : undefined
}

function currencyAfter(atoms: readonly Atom[], at: number): { code: string; to: number } | undefined {
  const start = isHyphen(atoms, at) ? at + 1 : at
  for (let to = start; to < start + 4; to++) {
    const atom = atoms[to]
    if (!atom || (atom.type !== 'word' && !(atom.text === '.' && to > start))) return undefined
    const code = money.CODES.get(atom.text) ?? money.SIGNS.get(atom.text)
    if (code && to === start) return { code, to: to + 1 }
    const own = money.WORDS.get(atom.lower)
    if (own && isMoney(atoms, to)) return { code: national(atoms, start, to) ?? own, to: to + 1 }
    if (!/^\p{Lu}/u.test(atom.text) && atom.text !== '.' && atom.lower !== 'us') return undefined
  }
  return undefined
}

/** A pound of something, or a 500-pound bomb, is a weight; "won" is mostly a verb. */
function isMoney(atoms: readonly Atom[], at: number): boolean {
  const word = atoms[at]!.lower
  if (word === 'won' || word === 'rand') return has(atoms[at], 'Noun') && !has(atoms[at], 'Verb')
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
  return money.NATIONAL.get(`${whose} ${noun}`) ?? money.NATIONAL.get(`${last} ${noun}`)
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

function readOne(atoms: readonly Atom[], at: number): Quantity | undefined {
  const read = readAmount(atoms, at)
  if (!read || read.to <= at) return undefined
  const { to, value, low, high, shape, currency } = read
  return { from: at, to, value, low, high, shape, currency, dash: false }
}

/** "between 200 and 300", "from 5 to 7 percent", "10–15", "$5-10 million", "two or three", "5% to 10%". */
function readRange(atoms: readonly Atom[], at: number): Quantity | undefined {
  const opening = atoms[at]?.lower
  const between = opening === 'between'
  if (isChange(atoms, opening === 'from' ? at : at - 1) || CHANGE.test(atoms[at - 1]?.lower ?? '')) return undefined
  const start = between || opening === 'from' ? at + 1 : at
  const low = readAmount(atoms, start, !between)
  if (!low || low.shape === 'band') return undefined
  const afterUnit = sameUnit(atoms, low.to)
  const link = connector(atoms, afterUnit, between)
  if (!link) return undefined
  const high = readAmount(atoms, link.to)
  if (!high || high.shape === 'band') return undefined
  const scale = low.magnitude === 1 && low.base < high.base ? high.magnitude : 1
  const from = low.value * scale
  if (from >= high.value || (link.dash && from === 0)) return undefined
  if (link.dash && high.currency === null && low.currency === null && atoms[high.to]?.text === '/') return undefined
  const value = Number(((from + high.value) / 2).toPrecision(15))
  const currency = low.currency ?? high.currency
  return { from: at, to: high.to, value, low: from, high: high.value, shape: 'range', currency, dash: link.dash }
}

const CHANGE =
  /^(?:ros|ris|f[ae]ll|gr[eo]w|increas|decreas|climb|dropp?|declin|jump|surg|soar|doubl|tripl|shr[aiu]nk|cut|rais|reduc|revis|chang|went|gone|slid|slipp|swell|swollen|expand|mov|lift|lower|push)|^(?:up|down)$/

/** Whether "from" or "by" at `at` follows a change: "rose from 213 to 240" is no range, "rose by 40" no total. */
export function isChange(atoms: readonly Atom[], at: number): boolean {
  if (!/^(?:from|by)$/.test(atoms[at]?.lower ?? '')) return false
  for (let back = at - 1; back >= 0 && back > at - 6; back--) if (CHANGE.test(atoms[back]!.lower)) return true
  return false
}

/** A unit that the low end repeats: "5% to 10%", "two days to three days". */
function sameUnit(atoms: readonly Atom[], at: number): number {
  if (atoms[at]?.text === '%') return at + 1
  if (atoms[at]?.lower === 'per' && atoms[at + 1]?.lower === 'cent') return at + 2
  return atoms[at]?.lower === 'percent' ? at + 1 : at
}

function connector(atoms: readonly Atom[], at: number, between: boolean): { to: number; dash: boolean } | undefined {
  const atom = atoms[at]
  if (!atom) return undefined
  if (between) return atom.lower === 'and' || isDash(atom) ? { to: at + 1, dash: false } : undefined
  if (atom.lower === 'to' || atom.lower === 'or') return { to: at + 1, dash: false }
  if (isHyphen(atoms, at) && atoms[at + 1]?.lower === 'to' && isHyphen(atoms, at + 2))
    return { to: at + 3, dash: false }
  const spaced = isDash(atom) && !atom.glued && !atoms[at + 1]?.glued
  return isHyphen(atoms, at) && !spaced ? { to: at + 1, dash: true } : undefined
}

/** "a third of", "two-thirds", "half the population", "1/3 of", "one in five", "seven out of ten"; in percent. */
function readShare(atoms: readonly Atom[], at: number): Quantity | undefined {
  const read = inTen(atoms, at) ?? slashed(atoms, at) ?? fraction(atoms, at)
  if (!read) return undefined
  const value = Math.round(read.share * 1e4) / 100
  return { from: at, to: read.to, value, low: value, high: value, shape: 'share', currency: null, dash: false }
}

interface Share {
  to: number
  share: number
}
const ROUND = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1_000, 10_000, 100_000])

function inTen(atoms: readonly Atom[], at: number): Share | undefined {
  const part = readNumber(atoms, at)
  if (!part || part.shape === 'band') return undefined
  const hyphen = isDash(atoms[part.to]) ? 1 : 0
  const outOf = phraseAt(atoms, part.to, ['out', 'of']) ? 2 : 0
  const within = atoms[part.to + hyphen]?.lower === 'in' ? 1 + 2 * hyphen : 0
  if (!outOf && !within) return undefined
  const every = atoms[part.to + outOf + within]?.lower === 'every' ? 1 : 0
  const whole = readNumber(atoms, part.to + outOf + within + every)
  if (!whole || part.value <= 0 || part.value >= whole.value) return undefined
  if (!ROUND.has(whole.value)) return undefined
  if (within && (!isRate(atoms, part, whole) || isDash(atoms[whole.to]))) return undefined
  return { to: whole.to, share: part.value / whole.value }
}

/** "three in 10 voters" is a share; "killed three in 10 days" and "12 in 20 raids" are none. */
const isRate = (atoms: readonly Atom[], part: NumberRead, whole: NumberRead): boolean =>
  part.value < 10 && (whole.value <= 10 || part.value === 1) && !UNITS.has(atoms[whole.to]?.lower ?? '')

function slashed(atoms: readonly Atom[], at: number): Share | undefined {
  const [over, slash, under] = [atoms[at], atoms[at + 1], atoms[at + 2]]
  if (over?.type !== 'number' || slash?.text !== '/' || !under?.glued || under.type !== 'number') return undefined
  const share = Number(over.text) / Number(under.text)
  if (!/^(?:of|the)$/.test(atoms[at + 3]?.lower ?? '') || !ROUND.has(Number(under.text)) || share >= 1) return undefined
  return { to: at + 3, share }
}

function fraction(atoms: readonly Atom[], at: number): Share | undefined {
  if (/^(?:first|second|other|latter|last|final)$/.test(atoms[at - 1]?.lower ?? '')) return undefined
  if (atoms[at]?.lower === 'half') return wholeFollows(atoms, at + 1, true) ? { to: at + 1, share: 0.5 } : undefined
  const article = atoms[at]?.lower === 'a' || atoms[at]?.lower === 'one'
  const part = article ? { to: at + 1, value: 1 } : atoms[at]?.type === 'word' ? readNumber(atoms, at) : undefined
  if (!part || part.value > 9) return undefined
  const to = isHyphen(atoms, part.to) ? part.to + 1 : part.to
  const word = atoms[to]?.lower ?? ''
  const whole = FRACTIONS.get(word)
  if (!whole || part.value >= whole || (part.value > 1 && !word.endsWith('s'))) return undefined
  const loose = to > part.to || part.value > 1
  return wholeFollows(atoms, to + 1, false) || loose ? { to: to + 1, share: part.value / whole } : undefined
}

/** "half of them", "half the population", "half its army"; not "half an hour", nor "a third man". */
function wholeFollows(atoms: readonly Atom[], at: number, bare: boolean): boolean {
  const next = atoms[at]?.lower ?? ''
  if (next === 'of') return !['a', 'an'].includes(atoms[at + 1]?.lower ?? '')
  return (
    bare &&
    /^(?:the|its|their|his|her|our|all|these|those)$/.test(next) &&
    !/^(?:time|way|battle|story)$/.test(atoms[at + 1]?.lower ?? '')
  )
}
