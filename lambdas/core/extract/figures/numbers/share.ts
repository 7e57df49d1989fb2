import { FRACTIONS } from '../../lexicon/figures-numbers.ts'
import { UNITS } from '../../lexicon/figures-units.ts'
import { type Atom, isDash, isHyphen, phraseAt } from '../atoms.ts'
import { type NumberRead, readNumber } from './number.ts'
import type { Quantity } from './quantity.ts'

/** "a third of", "two-thirds", "half the population", "1/3 of", "one in five", "seven out of ten"; in percent. */
export function readShare(atoms: readonly Atom[], at: number, first: NumberRead | undefined): Quantity | undefined {
  const read = (first && inTen(atoms, first)) ?? slashed(atoms, at) ?? fraction(atoms, at, first)
  if (!read) return undefined
  const value = Math.round(read.share * 1e4) / 100
  return { from: at, to: read.to, value, low: value, high: value, shape: 'share', currency: null, dash: false }
}

interface Share {
  to: number
  share: number
}
const ROUND = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1_000, 10_000, 100_000])

function inTen(atoms: readonly Atom[], part: NumberRead): Share | undefined {
  if (part.shape === 'band') return undefined
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

function fraction(atoms: readonly Atom[], at: number, first: NumberRead | undefined): Share | undefined {
  if (/^(?:first|second|other|latter|last|final)$/.test(atoms[at - 1]?.lower ?? '')) return undefined
  if (atoms[at]?.lower === 'half') return wholeFollows(atoms, at + 1, true) ? { to: at + 1, share: 0.5 } : undefined
  const article = atoms[at]?.lower === 'a' || atoms[at]?.lower === 'one'
  const part = article ? { to: at + 1, value: 1 } : first?.shape === 'words' ? first : undefined
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
