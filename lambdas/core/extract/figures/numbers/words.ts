import * as lexicon from '../../lexicon/figures-numbers.ts'
import { UNITS } from '../../lexicon/figures-units.ts'
import { type Atom, isDash, isHyphen, lower, phraseAt } from '../atoms.ts'
import { band } from './bands.ts'
import type { NumberRead } from './number.ts'
import { andHalf, exact, scaled } from './parts.ts'

interface Words {
  to: number
  value: number
  magnitude: number
}

/** "half a million", "half-a-million", "a quarter of a million", "half a dozen". */
export function readHalf(atoms: readonly Atom[], at: number): NumberRead | undefined {
  let to = atoms[at]!.lower === 'a' ? at + 1 : at
  const part = atoms[to]?.lower === 'half' ? 0.5 : atoms[to]?.lower === 'quarter' && to > at ? 0.25 : 0
  if (!part) return undefined
  to++
  if (atoms[to]?.lower.startsWith('a') && UNITS.has(atoms[to + 1]?.lower ?? '')) return exact(to + 1, part, 'words')
  if (isDash(atoms[to])) to++
  if (atoms[to]?.lower === 'of') to++
  if (atoms[to]?.lower === 'a') to++
  if (isDash(atoms[to])) to++
  const whole = lexicon.MAGNITUDES.get(atoms[to]?.lower ?? '') ?? lexicon.DOZEN.get(atoms[to]?.lower ?? '')
  return whole && whole !== 20 ? exact(to + 1, part * whole, 'words', part * whole) : undefined
}

/** "a dozen", "two dozen", "a couple of hundred". */
export function readDozen(atoms: readonly Atom[], at: number): NumberRead | undefined {
  const word = atoms[at]!.lower
  if (word === 'a' && phraseAt(atoms, at + 1, ['couple', 'of'])) {
    const base = lexicon.MAGNITUDES.get(atoms[at + 3]?.lower ?? '')
    return base ? band(at + 4, 2 * base, 3 * base) : undefined
  }
  if (word === 'dozen') return exact(at + 1, 12, 'words')
  const count = word === 'a' ? 1 : (lexicon.ONES.get(word) ?? 0)
  const hyphen = isHyphen(atoms, at + 1) ? 1 : 0
  return count > 0 && atoms[at + 1 + hyphen]?.lower === 'dozen'
    ? exact(at + 2 + hyphen, 12 * count, 'words')
    : undefined
}

/** "two hundred and thirteen thousand", "twenty-five", "a hundred", "one million". */
export function readWords(atoms: readonly Atom[], at: number, and: boolean): NumberRead | undefined {
  const first = atoms[at]!.lower
  const article = (first === 'a' || first === 'one') && lexicon.MAGNITUDES.has(atoms[at + 1]?.lower ?? '')
  if (!article && !lexicon.ONES.has(first) && !lexicon.TENS.has(first)) return undefined
  const read = countUp(atoms, at, and)
  const half = read.magnitude === 1 ? andHalf(atoms, read.to) : undefined
  if (half) return scaled(atoms, half.to, read.value + half.value, 'words', false)
  const tail = phraseAt(atoms, read.to, ['and', 'a', 'half']) && read.magnitude > 1 ? read.magnitude / 2 : 0
  return {
    ...exact(read.to + (tail ? 3 : 0), read.value + tail, 'words', read.magnitude),
    base: read.value / read.magnitude,
  }
}

/** Adds number words up as long as each still fits: after "twenty" a one may come, after "hundred" anything below, … */
function countUp(atoms: readonly Atom[], at: number, and: boolean): Words {
  let to = at
  let total = 0
  let current = 0
  let ceiling = Number.POSITIVE_INFINITY
  let room = 1_000
  let magnitude = 1
  for (;;) {
    const next =
      to > at && isHyphen(atoms, to)
        ? to + 1
        : and && atoms[to]?.lower === 'and' && (room <= 100 || ceiling < 1e15) && joins(atoms, to + 1, ceiling)
          ? to + 1
          : to
    const word = atoms[next]?.type === 'word' ? atoms[next]!.lower : ''
    const ones = word === 'a' && to === at ? 1 : lexicon.ONES.get(word)
    const size = lexicon.MAGNITUDES.get(word)
    if (ones !== undefined && ones < room && (ones < 10 || room !== 10)) {
      current += ones
      room = 0
    } else if (lexicon.TENS.has(word) && room >= 100) {
      current += lexicon.TENS.get(word)!
      room = 10
    } else if (size === 100 && current > 0 && current < 100) {
      current *= 100
      room = 100
      magnitude = 100
    } else if (size && size > 100 && current > 0 && size < ceiling) {
      total += current * size
      current = 0
      ceiling = size
      room = 1_000
      magnitude = size
    } else break
    to = next + 1
  }
  return { to, value: total + current, magnitude }
}

/** After "hundred and": a number below a hundred, and what it heads fits ("one hundred and two million", not "… two hundred"). */
function joins(atoms: readonly Atom[], at: number, ceiling: number): boolean {
  const word = lower(atoms, at)
  if (!lexicon.ONES.has(word) && !lexicon.TENS.has(word)) return false
  const spaced = lexicon.TENS.has(word) && lexicon.ONES.has(lower(atoms, at + 1))
  const after = isHyphen(atoms, at + 1) ? at + 3 : spaced ? at + 2 : at + 1
  const size = lexicon.MAGNITUDES.get(lower(atoms, after))
  return !size || (size > 100 && size < ceiling)
}
