import type { Doc, Term } from '../text/doc.ts'
import type { CueClass } from '../types.ts'
import { GAP, gapBits } from './gaps.ts'
import { hashOf } from './hash.ts'
import cues from './lexicon/cues.json' with { type: 'json' }
import { groupNouns } from './noun-groups.ts'
import { findQuotations, type Quotation } from './quotations.ts'
import { stem } from './stem.ts'
import { isVerb, tagOf } from './tags.ts'

export const CLASSES: readonly CueClass[] = ['say', 'deny', 'order', 'promise', 'estimate', 'believe', 'ask']
const CLASS_OF = new Map<string, number>()
for (const [name, words] of Object.entries(cues))
  for (const word of words) {
    const key = stem(word)
    if (!CLASS_OF.has(key)) CLASS_OF.set(key, CLASSES.indexOf(name as CueClass) + 1)
  }

/** A text's terms as columns of small numbers, which is what the models read. `gap[i]` is what stands before term `i`. */
export interface Tokens {
  doc: Doc
  length: number
  quotations: Quotation[]
  word: Int32Array
  stem: Int32Array
  tag: Uint8Array
  cueClass: Uint8Array
  shape: Uint8Array
  suffix: Int32Array
  gap: Uint8Array
  /** Place in `quotations` + 1; 0 outside. */
  quote: Int32Array
  /** Of the lexicon's verbs, how many stand before each term of the text. */
  cueVerbs: Uint32Array
  /** First term of the noun group that a term is in, else -1; and its last. */
  groupStart: Int32Array
  groupEnd: Int32Array
}

const CAPITAL = /^\p{Lu}/u
const DIGIT = /^\d/

/** All names are one word to the models: who was often quoted in one year's news says nothing about the next. */
const NAME = hashOf('\0name')

export function toTokens(doc: Doc): Tokens {
  const { terms, sentences } = doc
  const n = terms.length
  const tokens: Tokens = {
    doc,
    length: n,
    quotations: findQuotations(doc.text, paragraphEnds(doc)),
    word: new Int32Array(n),
    stem: new Int32Array(n),
    tag: new Uint8Array(n),
    cueClass: new Uint8Array(n),
    shape: new Uint8Array(n),
    suffix: new Int32Array(n),
    gap: new Uint8Array(n + 1),
    quote: new Int32Array(n),
    cueVerbs: new Uint32Array(n + 1),
    groupStart: new Int32Array(n).fill(-1),
    groupEnd: new Int32Array(n).fill(-1),
  }
  for (const term of terms) {
    const i = term.index
    readTerm(tokens, term, i)
    tokens.cueVerbs[i + 1] = tokens.cueVerbs[i]! + (tokens.cueClass[i] && isVerb(tokens.tag[i]!) ? 1 : 0)
  }
  let previousEnd = 0
  let previousSentence = -1
  for (const term of terms) {
    let bits = gapBits(doc.text, previousEnd, term.start)
    if (term.sentence !== previousSentence) {
      bits |= GAP.sentence
      if (sentences[term.sentence]?.paragraph !== sentences[previousSentence]?.paragraph) bits |= GAP.paragraph
    }
    tokens.gap[term.index] = bits
    previousEnd = term.end
    previousSentence = term.sentence
  }
  tokens.gap[n] = GAP.sentence | GAP.paragraph | GAP.stop
  placeQuotes(tokens)
  groupNouns(tokens)
  return tokens
}

function readTerm(tokens: Tokens, term: Term, i: number): void {
  const lower = term.text.toLowerCase().replaceAll('’', "'")
  const plain = lower.endsWith("'s") ? lower.slice(0, -2) : lower.endsWith("s'") ? lower.slice(0, -1) : lower
  const key = stem(plain)
  const capital = CAPITAL.test(term.text)
  tokens.cueClass[i] = CLASS_OF.get(key) ?? 0
  tokens.tag[i] = tagOf(term.tags)
  const isName = capital && tokens.cueClass[i] === 0 && term.tags.has('ProperNoun') && !term.tags.has('Honorific')
  tokens.word[i] = isName ? NAME : hashOf(plain)
  tokens.stem[i] = isName ? NAME : hashOf(key)
  tokens.suffix[i] = isName ? NAME : hashOf(plain.slice(-3))
  tokens.shape[i] =
    (capital ? 1 : DIGIT.test(term.text) ? 2 : 0) +
    (plain === lower ? 0 : 4) +
    (term.text.length > 1 && term.text === term.text.toUpperCase() ? 8 : 0)
}

function paragraphEnds(doc: Doc): number[] {
  const ends: number[] = []
  doc.sentences.forEach((sentence, i) => {
    if (sentence.paragraph !== doc.sentences[i + 1]?.paragraph) ends.push(sentence.end)
  })
  return ends
}

function placeQuotes(tokens: Tokens): void {
  let q = 0
  const { quotations, doc } = tokens
  for (const term of doc.terms) {
    while (q < quotations.length && quotations[q]!.end <= term.start) q++
    const quotation = quotations[q]
    if (quotation && quotation.start <= term.start) tokens.quote[term.index] = q + 1
  }
  for (let i = 0; i < tokens.length; i++) {
    const before = tokens.quote[i - 1] ?? 0
    const now = tokens.quote[i]!
    if (before === now) continue
    if (before) tokens.gap[i]! |= GAP.closes
    if (now) tokens.gap[i]! |= GAP.opens
  }
}
