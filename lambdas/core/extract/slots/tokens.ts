import { FUNCTION_WORDS } from '../../novelty/lexicon.ts'
import { sideOf } from '../../novelty/sides.ts'
import { stem } from '../../novelty/stem.ts'
import type { Doc, Term } from '../text/doc.ts'
import { readNumber } from './numbers.ts'
import { nameKey } from './sides.ts'
import { readTime } from './times.ts'

export type TokenKind = 'word' | 'name' | 'number' | 'time' | 'function' | 'negation'
/** A word, name or number of a sentence in the form in which it is compared. */
export interface Token {
  kind: TokenKind
  /** "kill", "Armenia", "12"; of a function word the word. */
  key: string
  /** Of a weekday: its day to come. */
  coming?: string
  /** Its terms are `doc.terms.slice(first, last)`. */
  first: number
  last: number
}

const NEGATION =
  /^(?:no|not|never|none|nobody|nothing|neither|nor|cannot|n't)$|n['’]t$|^(?:do|does|did|is|was|are|were|has|have|had|would|could|should)nt$/
const POSSESSIVE = /['’]s?$/

/** The comparable forms of the terms `[from, to)`, in text order. */
export function tokens(doc: Doc, from: number, to: number, publishedAt: string | null): Token[] {
  const found: Token[] = []
  for (let at = from; at < to; ) {
    const time = readTime(doc.terms, at, to, publishedAt)
    const token: Token = time ? { kind: 'time', ...time } : (readNumber(doc.terms, at, to) ?? readWord(doc, at, to))
    if (token.key !== '') found.push(token)
    at = token.last
  }
  return found
}

function readWord(doc: Doc, at: number, to: number): Token {
  const term = doc.terms[at]!
  const one = { first: at, last: at + 1 }
  const plain = term.text.toLowerCase().replaceAll('’', "'")
  if (NEGATION.test(plain)) return { kind: 'negation', key: 'not', ...one }
  const lower = plain.replace(POSSESSIVE, '').replace(/[^\p{L}\p{N}'-]/gu, '')
  if (isName(doc, term)) {
    const [key, last] = nameKey(doc.terms, at, to)
    return { kind: 'name', key, first: at, last }
  }
  return FUNCTION_WORDS.has(lower)
    ? { kind: 'function', key: lower, ...one }
    : { kind: 'word', key: stem(lower), ...one }
}

/** A capital inside the sentence, or one at its start on a word that compromise knows as a name. */
function isName(doc: Doc, term: Term): boolean {
  if (!/^\p{Lu}/u.test(term.text) || /^I(?:['’]|$)/.test(term.text)) return false
  const opens = doc.sentences[term.sentence]!.first === term.index || /["“‘']/.test(term.pre)
  return !opens || term.tags.has('ProperNoun') || sideOf(term.text) !== null
}
