import * as lexicon from '../../lexicon/figures-numbers.ts'
import type { Atom } from '../atoms.ts'
import { readBand } from './bands.ts'
import { readDigits } from './digits.ts'
import { exact } from './parts.ts'
import { readDozen, readHalf, readWords } from './words.ts'

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
