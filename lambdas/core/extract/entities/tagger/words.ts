import type { Doc, Term } from '../../text/doc.ts'
import { hash } from './hash.ts'

/** What the tagger knows about a written form, whatever stands around it. One per form and text. */
export interface Word {
  /** As written, without the possessive. */
  text: string
  /** Lower case, straight apostrophes, digits as 0. */
  lower: string
  id: number
  /** "Xxx", "XX", "x0" … at most two signs of a kind in a row. */
  shape: number
  upper: boolean
  allUpper: boolean
  prefixes: number[]
  suffixes: number[]
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
  const word: Word = {
    text,
    lower,
    id: hash(lower),
    shape: hash(shapeOf(text)),
    upper: /\p{Lu}/u.test(text),
    allUpper: text.length > 1 && text === text.toUpperCase() && /\p{Lu}/u.test(text),
    prefixes: affixes(lower, n => lower.slice(0, n)),
    suffixes: affixes(lower, n => lower.slice(-n)),
  }
  known.set(term.text, word)
  return word
}

const affixes = (lower: string, cut: (n: number) => string) =>
  [1, 2, 3, 4].filter(n => n < lower.length).map(n => hash(cut(n)))

function shapeOf(text: string): string {
  return text
    .slice(0, 24)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, '0')
    .replace(/(.)\1{2,}/g, '$1$1')
}
