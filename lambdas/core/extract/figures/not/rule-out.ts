import type { Reading } from '../around/reading.ts'
import type { Atom } from '../atoms.ts'
import { isAge } from './ages.ts'
import { isDate, isTime } from './dates.ts'
import { isAddress, isLabelled, isName, isSpokenOf } from './names.ts'
import { isScore } from './scores.ts'

/** Whether a number is a date, an age, a score, a name or a place in a list, so no figure. */
export function isNoFigure(atoms: readonly Atom[], reading: Reading): boolean {
  if (reading.quantity.currency) return false
  return (
    isName(atoms, reading) ||
    isDate(atoms, reading) ||
    isTime(atoms, reading) ||
    isAge(atoms, reading) ||
    isScore(atoms, reading) ||
    isLabelled(atoms, reading) ||
    isAddress(atoms, reading) ||
    isSpokenOf(atoms, reading)
  )
}
