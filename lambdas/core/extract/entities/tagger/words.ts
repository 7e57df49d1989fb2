import type { Doc, Term } from '../../text/doc.ts'
import { hash } from './hash.ts'

/** What the tagger knows about a written form, whatever stands around it. One per form and text. */
export interface Word {
  /** As written, without the possessive. */
  text: string
  /** Lower case, straight apostrophes, digits as 0. */
  lower: string
  /** `lower` without dots and accents, as the word lists have it. */
  key: string
  id: number
  /** "Xxx", "XX", "x0" … at most two signs of a kind in a row. */
  shape: number
  upper: boolean
  allUpper: boolean
  /** Its last three letters. */
  ending: number
  /** Hashes of the first one to four letters, and of the last; only for words with a capital. */
  prefixes: readonly number[]
  suffixes: readonly number[]
}

const POSSESSIVE = /['’](?:s|S)$|['’]$/
const CLITIC = /['’](?:d|ll|re|ve|m)$/i

/** The length of a term's text without a possessive or clitic ending: "Baku’s" names "Baku". */
export function bareLength(text: string): number {
  return text.replace(POSSESSIVE, '').replace(CLITIC, '').length
}

export function readWords(doc: Doc): Word[] {
  const known = new Map<string, Word>()
  return doc.terms.map(term => known.get(term.text) ?? remember(known, term))
}

function remember(known: Map<string, Word>, term: Term): Word {
  const text = term.text.slice(0, bareLength(term.text)) || term.text
  const lower = text.toLowerCase().replaceAll('’', "'").replace(/\d/g, '0')
  const upper = /\p{Lu}/u.test(text)
  const word: Word = {
    text,
    lower,
    key: plain(lower),
    id: hash(lower),
    shape: hash(shapeOf(text)),
    upper,
    allUpper: upper && text.length > 1 && text === text.toUpperCase(),
    ending: lower.length > 3 ? hash(lower.slice(-3)) : 0,
    prefixes: upper ? prefixesOf(lower) : NONE,
    suffixes: upper ? suffixesOf(lower) : NONE,
  }
  known.set(term.text, word)
  return word
}

const NONE: readonly number[] = []
const LONGEST_AFFIX = 4

function prefixesOf(lower: string): number[] {
  const found: number[] = []
  for (let n = 1; n <= LONGEST_AFFIX && n < lower.length; n++) found.push(hash(lower.slice(0, n)))
  return found
}

function suffixesOf(lower: string): number[] {
  const found: number[] = []
  for (let n = 1; n <= LONGEST_AFFIX && n < lower.length; n++) found.push(hash(lower.slice(-n)))
  return found
}

/** Without dots and accents. */
export function plain(lower: string): string {
  const bare = lower.replaceAll('.', '')
  return /[\u0080-\uffff]/.test(bare) ? bare.normalize('NFD').replace(/\p{M}/gu, '') : bare
}

const LONGEST_SHAPE = 24
/** One sign per kind of character, at most two of a kind in a row. */
function shapeOf(text: string): string {
  let shape = ''
  let [before, earlier] = ['', '']
  for (let i = 0; i < text.length && i < LONGEST_SHAPE; i++) {
    const sign = signOf(text[i]!)
    if (sign === before && sign === earlier) continue
    shape += sign
    earlier = before
    before = sign
  }
  return shape
}

function signOf(char: string): string {
  if (char >= 'a' && char <= 'z') return 'x'
  if (char >= 'A' && char <= 'Z') return 'X'
  if (char >= '0' && char <= '9') return '0'
  if (char < '\u0080') return char
  if (/\p{Lu}/u.test(char)) return 'X'
  return /\p{Ll}/u.test(char) ? 'x' : char
}
