import * as lexicon from '../lexicon/figures-numbers.ts'
import { UNITS } from '../lexicon/figures-units.ts'
import { type Atom, isDash, isHyphen, phraseAt } from './atoms.ts'

/** A number as it was read: atoms `[from, to)`. */
export interface NumberRead {
  to: number
  value: number
  low: number
  high: number
  shape: 'digits' | 'words' | 'band'
  /** What the digits or words before the magnitude give, and the magnitude: 3.4 and 1e9 of "3.4 billion". */
  base: number
  magnitude: number
}
interface Words {
  to: number
  value: number
  magnitude: number
}

/** The number that begins at `at`: "3.4 billion", "two hundred and six", "half a million", "tens of thousands". */
export function readNumber(
  atoms: readonly Atom[],
  at: number,
  options = { and: true, loose: false },
): NumberRead | undefined {
  const atom = atoms[at]
  if (!atom) return undefined
  if (atom.type === 'number') return readDigits(atoms, at, options.loose)
  if (lexicon.SIGNS.has(atom.text)) return exact(at + 1, lexicon.SIGNS.get(atom.text)!, 'digits')
  if (atom.type !== 'word') return undefined
  return readBand(atoms, at) ?? readHalf(atoms, at) ?? readDozen(atoms, at) ?? readWords(atoms, at, options.and)
}

const exact = (to: number, value: number, shape: NumberRead['shape'], magnitude = 1): NumberRead => ({
  to,
  value,
  low: value,
  high: value,
  shape,
  base: value / magnitude,
  magnitude,
})

/** "1,200", "10 000", "3,4 million", "2½", "1.5bn", "200 thousand". Over 15 digits it is an identifier. */
function readDigits(atoms: readonly Atom[], at: number, loose: boolean): NumberRead | undefined {
  let digits = atoms[at]!.text.replace(/[,\u00a0\u202f]/g, '')
  if (digits.split('.').length > 2) digits = digits.replaceAll('.', '')
  let to = at + 1
  while (atoms[to]?.text.length === 3 && isSpacedGroup(atoms, to) && /^\d{1,3}$/.test(atoms[at]!.text))
    digits += atoms[to++]!.text
  if (isDecimalComma(atoms, to)) {
    digits += `.${atoms[to + 1]!.text}`
    to += 2
  }
  if (digits.replace('.', '').length > 15) return undefined
  let value = Number(digits)
  const sign = lexicon.SIGNS.get(atoms[to]?.text ?? '')
  if (sign && atoms[to]!.glued) {
    value += sign
    to++
  }
  const half = andHalf(atoms, to)
  if (half) return scaled(atoms, half.to, value + half.value, 'digits', loose)
  return scaled(atoms, to, value, 'digits', loose)
}

const isSpacedGroup = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]!.type === 'number' &&
  !atoms[at]!.glued &&
  /^\d{3}$/.test(atoms[at]!.text) &&
  atoms[at]!.start - atoms[at - 1]!.end === 1 &&
  !atoms[at + 1]?.glued

/** "3,4 million": a comma before one or two digits is a decimal point where a magnitude follows. */
const isDecimalComma = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.text === ',' &&
  atoms[at]!.glued &&
  !!atoms[at + 1]?.glued &&
  /^\d\d?$/.test(atoms[at + 1]!.text) &&
  (lexicon.MAGNITUDES.has(atoms[at + 2]?.lower ?? '') || lexicon.SHORT_MAGNITUDES.has(atoms[at + 2]?.lower ?? ''))

/** The magnitudes that follow a number, spaced, glued or hyphenated. */
function scaled(
  atoms: readonly Atom[],
  at: number,
  base: number,
  shape: NumberRead['shape'],
  loose: boolean,
): NumberRead | undefined {
  let to = at
  let magnitude = 1
  for (;;) {
    const hyphen = isHyphen(atoms, to) ? 1 : 0
    const word = atoms[to + hyphen]?.lower ?? ''
    const short = atoms[to]?.glued || atoms[to]?.type === 'word' ? lexicon.SHORT_MAGNITUDES.get(word) : undefined
    const single = loose && !hyphen && magnitude === 1 ? lexicon.LOOSE_MAGNITUDES.get(word) : undefined
    const factor = lexicon.MAGNITUDES.get(word) ?? short ?? single
    if (!factor || magnitude * factor > 1e15) break
    magnitude *= factor
    to += hyphen + 1
  }
  const value = round(base * magnitude)
  if (value > 1e16) return undefined
  const half = magnitude > 1 && phraseAt(atoms, to, ['and', 'a', 'half'])
  return { ...exact(half ? to + 3 : to, half ? value + magnitude / 2 : value, shape, magnitude), base }
}

/** 3.4 × 1e9 is 3400000000, without the dust of binary fractions. */
const round = (value: number): number => Number(value.toPrecision(15))

/** "two and a half", "two-and-a-half". */
function andHalf(atoms: readonly Atom[], at: number): { to: number; value: number } | undefined {
  const first = isDash(atoms[at]) ? at + 1 : at
  if (atoms[first]?.lower !== 'and') return undefined
  const step = isDash(atoms[first + 1]) ? 2 : 1
  if (atoms[first + step]?.lower !== 'a' || atoms[first + 2 * step]?.lower !== 'half') return undefined
  return { to: first + 2 * step + 1, value: 0.5 }
}

/** "dozens", "tens of thousands", "several hundred", "a few thousand", "hundreds of thousands". */
function readBand(atoms: readonly Atom[], at: number): NumberRead | undefined {
  const word = atoms[at]!.lower
  const some = word === 'a' && lexicon.SOME.has(atoms[at + 1]?.lower ?? '') ? 2 : lexicon.SOME.has(word) ? 1 : 0
  const next = atoms[at + some]?.lower ?? ''
  const plural = lexicon.BANDS.get(next as 'tens')
  if (plural) {
    const times =
      atoms[at + some + 1]?.lower === 'of'
        ? lexicon.BANDS.get((atoms[at + some + 2]?.lower ?? '') as 'tens')
        : undefined
    if (!times || times[0] < 2_000) return next === 'tens' ? undefined : band(at + some + 1, plural[0], plural[1])
    return band(at + some + 3, (plural[0] * times[0]) / 2, ((plural[1] + 1) * times[0]) / 2 - 1)
  }
  if (!some) return undefined
  const dozen = lexicon.DOZEN.get(next)
  if (dozen) return band(at + some + 1, 2 * dozen, 99)
  const base = lexicon.MAGNITUDES.get(next)
  if (!base) return undefined
  const times = lexicon.MAGNITUDES.get(atoms[at + some + 1]?.lower ?? '') ?? 1
  return band(at + some + (times > 1 ? 2 : 1), 2 * base * times, 10 * base * times - 1)
}

const band = (to: number, low: number, high: number): NumberRead => ({
  to,
  value: low,
  low,
  high,
  shape: 'band',
  base: low,
  magnitude: 1,
})

/** "half a million", "half-a-million", "a quarter of a million", "half a dozen". */
function readHalf(atoms: readonly Atom[], at: number): NumberRead | undefined {
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
function readDozen(atoms: readonly Atom[], at: number): NumberRead | undefined {
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
function readWords(atoms: readonly Atom[], at: number, and: boolean): NumberRead | undefined {
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
        : and && atoms[to]?.lower === 'and' && (room <= 100 || ceiling < 1e15) && joins(atoms, to + 1)
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

/** After "hundred and": a number below a hundred that is not the head of another one ("one hundred and two million"). */
function joins(atoms: readonly Atom[], at: number): boolean {
  const word = atoms[at]?.lower ?? ''
  if (!lexicon.ONES.has(word) && !lexicon.TENS.has(word)) return false
  const after = isHyphen(atoms, at + 1)
    ? at + 3
    : lexicon.ONES.has(atoms[at + 1]?.lower ?? '') && lexicon.TENS.has(word)
      ? at + 2
      : at + 1
  return !lexicon.MAGNITUDES.has(atoms[after]?.lower ?? '') || atoms[after]!.lower === 'thousand'
}
