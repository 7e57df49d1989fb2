import type { Reading } from '../around/reading.ts'
import { type Atom, has, isCapital, isHyphen, lower } from '../atoms.ts'

/** "34-year-old", "aged 65", "age of 6", "Ann Lee, 42,", "under 18", "as young as 10". */
export function isAge(atoms: readonly Atom[], { quantity, unit, hedge, counted }: Reading): boolean {
  const { from, to, value } = quantity
  if (unit?.unit === 'year' || unit?.unit === 'month' || unit?.unit === 'day' || unit?.unit === 'week') {
    const next = isHyphen(atoms, unit.to) ? unit.to + 1 : unit.to
    if (/^olds?$/.test(lower(atoms, next))) return true
    if (phrase(atoms, next, ['of', 'age'])) return true
  }
  const before = lower(atoms, hedge.from - 1)
  if (/^(?:aged|age|ages)$/.test(before)) return true
  if ((before === 'of' || before === 'at') && /^(?:age|ages)$/.test(lower(atoms, hedge.from - 2)) && !unit) return true
  if (phrase(atoms, from - 3, ['as', 'young', 'as']) || phrase(atoms, from - 3, ['as', 'old', 'as'])) return true
  if (/^(?:and|or)$/.test(lower(atoms, from - 1)) && /^(?:aged|ages)$/.test(lower(atoms, from - 3))) return true
  if (unit || counted || value > 120) return false
  const hedged = /^(?:under|over|above|below)$/.test(lower(atoms, from - 1))
  const ages = value > 1 && value < 100 && quantity.shape !== 'range'
  if (hedged && ages && (isEnd(atoms[to]) || !has(atoms[from - 2], 'Verb', 'Preposition')))
    return !/(?:ing|ed|toll|number|to|total)$/.test(lower(atoms, from - 2))
  const comma = atoms[from - 1]?.text === ',' || atoms[from - 1]?.text === '('
  return comma && isCapital(atoms[from - 2]) && /^[,).;]$/.test(atoms[to]?.text ?? ')')
}

const isEnd = (atom: Atom | undefined): boolean => !atom || atom.type === 'sign'
export const phrase = (atoms: readonly Atom[], at: number, words: string[]): boolean =>
  words.every((word, offset) => lower(atoms, at + offset) === word)
