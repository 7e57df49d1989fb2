import * as none from '../../lexicon/figures-none.ts'
import type { Reading } from '../around/reading.ts'
import { type Atom, has, isCapital, isDash, isHyphen, lower } from '../atoms.ts'

/** "T-72", "G20", "MH370", "Covid-19", "pre-2014"; "4x4", "737s", "12th", "[2]", "24/7", "12.5.2020", "3(2)", "+44", "1-800-555". */
export function isName(atoms: readonly Atom[], { quantity, unit }: Reading): boolean {
  const { from, to } = quantity
  const first = atoms[from]!
  const before = atoms[from - 1]
  if (first.type === 'number' && first.glued && before) {
    if (before.type === 'word' || /^[[/.:;,'’#_=@&\\*^+°′″]$/.test(before.text)) return true
    if (isDash(before) && atoms[from - 2]?.type === 'number' && before.glued) return true
    if (isDash(before) && before.glued && atoms[from - 2]?.type === 'word') return true
    if (before.text === '(' && before.glued) return true
  }
  const last = atoms[to - 1]!
  const next = atoms[to]
  if (last.type !== 'number' || !next?.glued) return false
  if (next.type === 'word') return unit === undefined
  if (/^[\]/:°′″_=@\\^*'’]$/.test(next.text)) return unit === undefined
  if (next.text === '+' || next.text === '.' || next.text === ',')
    return atoms[to + 1]?.glued === true && /^[\p{L}\d]/u.test(atoms[to + 1]!.text)
  return isHyphen(atoms, to) && atoms[to + 1]!.type === 'number'
}

/** "page 14", "Resolution 2254", "Boeing 737", "phase two", "Mobile Unit Two", "the Big Five", "Chapter one", "No. 5". */
export function isLabelled(atoms: readonly Atom[], { quantity, unit, counted, hedge }: Reading): boolean {
  const { from, to } = quantity
  const first = atoms[from]!
  if (hedge.from < from || unit) return false
  const dot = atoms[from - 1]?.text === '.' ? 2 : 1
  const before = atoms[from - dot]
  if (
    before &&
    none.LABELS.has(before.lower) &&
    (dot === 1 || /^(?:no|nos|art|vol|pub|sec|op|para)$/.test(before.lower))
  ) {
    if (!/^(?:the|in|last|first)$/.test(before.lower) && !isPreviousCount(before)) return true
  }
  if (from === 0 && first.type === 'number' && /^[.)\]:]$/.test(atoms[to]?.text ?? '')) return true
  if (first.type === 'word' && isCapital(first) && from > 0 && !counted && quantity.value < 100) return true
  if (first.type === 'word' && isCapital(first) && atoms[from - 1]?.type === 'word' && !isCapital(counted?.head))
    return true
  const named =
    dot === 1 &&
    from > 1 &&
    isCapital(before) &&
    before?.type === 'word' &&
    !has(before, 'Preposition', 'Determiner', 'Conjunction', 'Verb', 'Date')
  return named && first.type === 'number' && (!counted || isCapital(atoms[to]))
}

/** "In the world 20 million people …": the word before is no label where it ends another phrase. */
const isPreviousCount = (before: Atom): boolean => has(before, 'Verb') && !has(before, 'Noun')

/** "10 Downing Street". */
export function isAddress(atoms: readonly Atom[], { quantity }: Reading): boolean {
  if (atoms[quantity.from]!.type !== 'number') return false
  for (let at = quantity.to; at < quantity.to + 4 && isCapital(atoms[at]); at++)
    if (at > quantity.to && none.STREETS.has(lower(atoms, at))) return true
  return false
}

/** "the two sides", "these three countries", "no one", "one of the", "one another", "two-state", "five-point". */
export function isSpokenOf(atoms: readonly Atom[], { quantity, unit, counted, hedge }: Reading): boolean {
  if (unit) return false
  const before = lower(atoms, hedge.from - 1)
  if (before === 'both' && !counted) return true
  if (counted && quantity.value < 10 && SPOKEN.test(before) && none.KNOWN_PAIRS.has(counted.head.lower)) return true
  return isHyphen(atoms, quantity.to) && !none.HYPHENATED.has(lower(atoms, quantity.to + 1))
}

const SPOKEN = /^(?:the|these|those|both|our|their|other|all|every|each)$/
