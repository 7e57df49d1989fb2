import { FUNCTION_WORDS, OUTLETS, rarity } from './lexicon.ts'

export type WordKind = 'word' | 'name' | 'number' | 'time' | 'function' | 'negation'
export interface Word {
  kind: WordKind
  /** Lower case: a name at a sentence's start may have lost its capital. */
  key: string
  /** 0 to 1; what it costs not to find it in the other text. Only words and names weigh. */
  weight: number
}

/** Verbs and nouns of reporting say little of what is reported. */
const REPORTING = new Set([
  'say',
  'tell',
  'ad',
  'announc',
  'state',
  'report',
  'accord',
  'spokesman',
  'spokeswoman',
  'statement',
  'quot',
])

/** Reads `Proposition.words`: a name has a capital, a number is in digits, a time starts with "@", a negation is "not". */
export function readWords(words: string): Word[] {
  return words.split(' ').filter(Boolean).map(readWord)
}

function readWord(word: string): Word {
  const read = kindOf(word)
  const key = read === 'name' ? word.toLowerCase() : word
  const kind = read === 'name' && OUTLETS.has(key) ? 'word' : read
  const weight =
    kind === 'name' || kind === 'word' ? rarity(key) * (REPORTING.has(key) || OUTLETS.has(key) ? 0.3 : 1) : 0
  return { kind, key, weight }
}

function kindOf(word: string): WordKind {
  if (word === 'not') return 'negation'
  const code = word.charCodeAt(0)
  if (code === 64) return 'time'
  if ((code >= 48 && code <= 57) || code === 45 || code === 43) return 'number'
  if (FUNCTION_WORDS.has(word)) return 'function'
  return word[0] !== word[0]!.toLowerCase() ? 'name' : 'word'
}
