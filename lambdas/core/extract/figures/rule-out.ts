import * as none from '../lexicon/figures-none.ts'
import { ONES, TENS } from '../lexicon/figures-numbers.ts'
import { type Atom, has, isCapital, isDash, isHyphen } from './atoms.ts'
import type { Counted } from './counted.ts'
import type { Measure } from './measure.ts'
import type { Hedge } from './qualify.ts'
import type { Quantity } from './read-quantity.ts'

/** A quantity with all that was read around it. */
export interface Reading {
  quantity: Quantity
  unit: Measure | undefined
  hedge: Hedge
  counted: Counted | undefined
}

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

const lower = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "T-72", "G20", "MH370", "Covid-19", "pre-2014"; "4x4", "737s", "12th", "[2]", "24/7", "12.5.2020", "3(2)", "+44", "1-800-555". */
function isName(atoms: readonly Atom[], { quantity, unit }: Reading): boolean {
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

/** "12 September", "Sept. 12", "in 2020", "the 2014 war", "1980-88", "12 and 13 September". */
function isDate(atoms: readonly Atom[], { quantity, unit, counted, hedge }: Reading): boolean {
  const { from, to, value, high } = quantity
  const isMonth = (at: number) => none.MONTHS.has(lower(atoms, at)) && (isCapital(atoms[at]) || has(atoms[at], 'Month'))
  const dot = atoms[from - 1]?.text === '.' ? 2 : 1
  if (
    high <= 31 &&
    !unit &&
    (isMonth(to) || isMonth(from - dot) || (/^(?:and|or|to|,|[-–])$/.test(lower(atoms, to)) && isMonth(to + 2)))
  )
    return true
  if (unit && unit.kind !== 'duration') return false
  if (quantity.shape === 'range' && atoms[from]?.text.length === 4 && !unit && isYear(value)) return true
  if (high <= 31 && lower(atoms, from - 1) === 'and' && isMonth(to)) return true
  if (
    atoms[from]!.type !== 'number' ||
    quantity.to !== from + 1 ||
    !/^\d{4}$/.test(atoms[from]!.text) ||
    !isYear(value)
  )
    return yearInWords(atoms, quantity)
  if (isMonth(from - dot) || atoms[from - 1]?.text === ',' || atoms[from - 1]?.text === "'") return true
  if (unit) return false
  if (hedge.qualifier !== 'exact' && !/^(?:around|about|before|over|by)$/.test(lower(atoms, hedge.from))) return false
  return !counted || none.YEAR_BEFORE.has(lower(atoms, from - 1)) || !isCountable(counted)
}

const isYear = (value: number): boolean => value >= 1400 && value <= 2100
/** "2014 elections" is a year, "2014 people" is a count. */
const isCountable = (counted: Counted): boolean =>
  /^(?:people|soldiers|civilians|troops|men|refugees|residents|homes|houses|deaths)$/.test(counted.head.lower)

/** "nineteen eighty", "twenty fourteen". */
function yearInWords(atoms: readonly Atom[], { to, value, shape, from }: Quantity): boolean {
  if (shape !== 'words' || atoms[to]?.type !== 'word') return false
  const paired = (value === 19 || value === 20) && (TENS.has(lower(atoms, to)) || (ONES.get(lower(atoms, to)) ?? 0) > 9)
  const second =
    TENS.has(lower(atoms, from)) && (lower(atoms, from - 1) === 'nineteen' || lower(atoms, from - 1) === 'twenty')
  return paired || second
}

/** "at 10 a.m.", "12:30", "1400 GMT"; "the past 24 hours", "two days ago", "three weeks later". */
function isTime(atoms: readonly Atom[], { quantity, unit, hedge }: Reading): boolean {
  const { from, to } = quantity
  if (none.TIMES.has(lower(atoms, to)) && unit?.kind !== 'duration') return true
  if (/^[ap]$/.test(lower(atoms, to)) && atoms[to + 1]?.text === '.' && lower(atoms, to + 2) === 'm') return true
  if (unit?.kind !== 'duration') return false
  const before = lower(atoms, hedge.from - 1)
  const next = lower(atoms, unit.to)
  if (
    /^(?:day|night)s?$/.test(lower(atoms, unit.to - 1)) &&
    /^(?:one|1)$/.test(lower(atoms, from)) &&
    !unit.hyphen &&
    !/^(?:for|after|within|of|last|lasted)$/.test(before)
  )
    return true
  if (none.WINDOWS.has(before)) return true
  return (
    !unit.hyphen &&
    before !== 'for' &&
    (none.POINTS.has(next) || (next === 'from' && lower(atoms, unit.to + 1) === 'now'))
  )
}

/** "34-year-old", "aged 65", "age of 6", "Ann Lee, 42,", "under 18", "as young as 10". */
function isAge(atoms: readonly Atom[], { quantity, unit, hedge, counted }: Reading): boolean {
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
const phrase = (atoms: readonly Atom[], at: number, words: string[]): boolean =>
  words.every((word, offset) => lower(atoms, at + offset) === word)

/** "won 3-2", "a 52-48 vote", "2-1": two numbers with a dash that count nothing, or that fall. */
function isScore(atoms: readonly Atom[], { quantity, unit, counted }: Reading): boolean {
  const { from, to, dash } = quantity
  const isPair = isHyphen(atoms, to) && atoms[to + 1]?.type === 'number'
  if (isPair) return true
  if (!dash || unit) return false
  if (!counted) return true
  for (const at of [from - 3, from - 2, from - 1, to, to + 1, to + 2])
    if (none.SCORES.has(lower(atoms, at))) return true
  return false
}

/** "page 14", "Resolution 2254", "Boeing 737", "phase two", "Mobile Unit Two", "the Big Five", "Chapter one", "No. 5". */
function isLabelled(atoms: readonly Atom[], { quantity, unit, counted, hedge }: Reading): boolean {
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
function isAddress(atoms: readonly Atom[], { quantity }: Reading): boolean {
  if (atoms[quantity.from]!.type !== 'number') return false
  for (let at = quantity.to; at < quantity.to + 4 && isCapital(atoms[at]); at++)
    if (at > quantity.to && none.STREETS.has(lower(atoms, at))) return true
  return false
}

/** "the two sides", "these three countries", "no one", "one of the", "one another", "two-state", "five-point". */
function isSpokenOf(atoms: readonly Atom[], { quantity, unit, counted, hedge }: Reading): boolean {
  if (unit) return false
  const before = lower(atoms, hedge.from - 1)
  if (
    quantity.shape === 'words' &&
    quantity.value < 10 &&
    /^(?:the|these|those|both|our|their|other|all|every|each)$/.test(before) &&
    counted &&
    none.KNOWN_PAIRS.has(counted.head.lower)
  )
    return true
  if (
    quantity.shape === 'digits' &&
    quantity.value < 10 &&
    /^(?:the|these|those|both|our|their)$/.test(before) &&
    counted &&
    none.KNOWN_PAIRS.has(counted.head.lower)
  )
    return true
  return (
    isHyphen(atoms, quantity.to) &&
    !/^(?:strong|plus|odd|member|nation|country|truck|vehicle|lorry|bed|seat|ship)$/.test(lower(atoms, quantity.to + 1))
  )
}
