import { isToll } from './figures.ts'
import { canonical } from './lexicon.ts'
import type { Proposition } from './types.ts'
import { readWords, type Word } from './words.ts'

const MOST = 4
const NAMES = 1

/**
 * At most 4 index keys, `[a-z0-9#_-]`, at most 32 letters each: claims that repeat, update or contradict one another
 * nearly always share one (98 of 100 of the Microsoft corpus's same pairs). The kind of a toll, by which a later one is found
 * however it is worded, the rarest name and the rarest
 * words, synonyms as one: within a topic the same few names are in every claim, so words tell claims apart better.
 */
export function candidateKeys({ words, figures }: Proposition): string[] {
  const all = readWords(words).filter(word => word.weight > 0)
  const names = rarest(all.filter(word => word.kind === 'name'))
  const others = rarest(all.filter(word => word.kind !== 'name'))
  const counted = figures.find(isToll)
  const room = MOST - (counted ? 1 : 0)
  const chosen = [...others.slice(0, room - NAMES), ...names.slice(0, NAMES), ...others.slice(room - NAMES), ...names]
  const keys = [...new Set(chosen)].slice(0, room)
  return counted ? [`#${counted.kind}`, ...keys] : keys
}

/** An index key for each name that a claim holds. */
export const nameKeys = ({ words }: Proposition): string[] =>
  rarest(readWords(words).filter(word => word.kind === 'name'))

function rarest(words: readonly Word[]): string[] {
  const byRarity = [...words].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return [...new Set(byRarity.map(word => ascii(canonical(word.key))))].filter(key => key !== '')
}

const ascii = (key: string) =>
  key
    .normalize('NFKD')
    .replace(/ə/g, 'a')
    .replace(/[^a-z0-9_-]/g, letter => (letter > '\u036f' ? letter.codePointAt(0)!.toString(36) : ''))
    .slice(0, 32)
