import * as lexicon from '../../lexicon/figures-numbers.ts'
import type { Atom } from '../atoms.ts'
import type { NumberRead } from './number.ts'
import { andHalf, scaled } from './parts.ts'

/** "1,200", "10 000", "3,4 million", "2½", "1.5bn", "200 thousand". Over 15 digits it is an identifier. */
export function readDigits(atoms: readonly Atom[], at: number, loose: boolean): NumberRead | undefined {
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
