import * as lexicon from '../../lexicon/figures-numbers.ts'
import { type Atom, isDash, isHyphen, phraseAt } from '../atoms.ts'
import type { NumberRead } from './number.ts'

export const exact = (to: number, value: number, shape: NumberRead['shape'], magnitude = 1): NumberRead => ({
  to,
  value,
  low: value,
  high: value,
  shape,
  base: value / magnitude,
  magnitude,
})

/** The magnitudes that follow a number, spaced, glued or hyphenated. */
export function scaled(
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
export function andHalf(atoms: readonly Atom[], at: number): { to: number; value: number } | undefined {
  const first = isDash(atoms[at]) ? at + 1 : at
  if (atoms[first]?.lower !== 'and') return undefined
  const step = isDash(atoms[first + 1]) ? 2 : 1
  if (atoms[first + step]?.lower !== 'a' || atoms[first + 2 * step]?.lower !== 'half') return undefined
  return { to: first + 2 * step + 1, value: 0.5 }
}
