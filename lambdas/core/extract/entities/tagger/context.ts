import type { Doc } from '../../text/doc.ts'
import { LENGTHS, LISTS, longest, lookUp } from './gazetteer.ts'
import { readWords, type Word } from './words.ts'

/** All that is looked up once per text, before any word is judged. Arrays run along `doc.terms`. */
export interface Context {
  doc: Doc
  words: Word[]
  ids: Int32Array
  shapes: Int32Array
  /** 1 where the word has a capital, or is the article of one that has: "al" in "al-Zarqawi". */
  capital: Uint8Array
  /** Word lists that hold the word, or the phrase that it is part of (`LISTS`). */
  lists: Int32Array
  /** Place in that phrase: 0 first, 1 inside, 2 last, 3 alone. */
  phrasePlace: Uint8Array
  /** compromise's tags, as bits of `TAGS`. */
  tags: Int32Array
  /** Runs of capitalised words that nothing but a space or hyphen parts: where the word's run begins and ends; -1 for none. */
  runFirst: Int32Array
  runLast: Int32Array
  /** 1 where a word may belong to a name: it has a capital, or links two that have one ("of", "al"). */
  candidate: Uint8Array
  /** Ids of words that the text also writes in lower case. */
  lowered: Set<number>
  /** 1 for sentences in title case, 2 for those all in capitals. */
  headline: Uint8Array
}

/** From the most telling; the first that a word has is its part of speech. Order is part of the trained weights. */
export const TAGS = [
  ...['Pronoun', 'Determiner', 'Preposition', 'Conjunction', 'Copula', 'Auxiliary', 'Gerund', 'PastTense', 'Verb'],
  ...['Adverb', 'Month', 'WeekDay', 'Date', 'Value', 'Honorific', 'FirstName', 'LastName', 'Person', 'Country', 'City'],
  ...['Region', 'Place', 'Organization', 'Demonym', 'Acronym', 'Actor', 'Adjective', 'Plural', 'ProperNoun', 'Noun'],
] as const
const TAG_BIT = new Map<string, number>(TAGS.map((tag, i) => [tag, 1 << i]))

const LINKS = new Set(
  'of|the|and|for|&|de|la|le|du|da|do|dos|das|di|del|della|der|den|van|von|el|al|bin|ibn|ben|abu|ul|ur|e|y|in|on|to|with'.split(
    '|',
  ),
)
/** "Ministry of Labour and the Interior": as many linking words in a row as a name may hold. */
const MOST_LINKS = 3

export function readContext(doc: Doc): Context {
  const n = doc.terms.length
  const words = readWords(doc)
  const context: Context = {
    doc,
    words,
    ids: Int32Array.from(words, word => word.id),
    shapes: Int32Array.from(words, word => word.shape),
    capital: Uint8Array.from(words, (word, i) => (word.upper || isArticle(doc, words, i) ? 1 : 0)),
    lists: new Int32Array(n),
    phrasePlace: new Uint8Array(n),
    tags: new Int32Array(n),
    runFirst: new Int32Array(n).fill(-1),
    runLast: new Int32Array(n).fill(-1),
    candidate: new Uint8Array(n),
    lowered: new Set(),
    headline: new Uint8Array(doc.sentences.length),
  }
  for (const term of doc.terms) context.tags[term.index] = tagBits(term.tags)
  for (const word of context.words) if (!word.upper) context.lowered.add(word.id)
  for (const sentence of doc.sentences) readSentence(context, sentence)
  return context
}

/** A title-case headline leaves no word as long as this in lower case. */
const LONG_WORD = 5

const ARTICLES = new Set('al|el|an|ar|as|ash|at|az|ad|ul|ur|ud|bin|ibn'.split('|'))
const isArticle = (doc: Doc, words: readonly Word[], i: number) =>
  doc.terms[i]!.post === '-' && ARTICLES.has(words[i]!.lower) && words[i + 1]?.upper === true

function tagBits(tags: ReadonlySet<string>): number {
  let bits = 0
  for (const tag of tags) bits |= TAG_BIT.get(tag) ?? 0
  return bits
}

function readSentence(context: Context, { index, first, last }: { index: number; first: number; last: number }): void {
  const { words, candidate, capital } = context
  let upper = 0
  let shouted = 0
  let plain = 0
  let links = 0
  let previous = -1
  for (let i = first; i < last; i++) {
    const word = words[i]!
    if (word.upper) upper++
    else if (word.text.length >= LONG_WORD) plain++
    if (capital[i]) {
      if (word.allUpper) shouted++
      candidate[i] = 1
      if (previous >= 0 && links > 0) candidate.fill(1, previous + 1, i)
      previous = i
      links = 0
    } else if (previous >= 0 && links < MOST_LINKS && isLink(word, context.doc.terms[i]!.pre)) links++
    else previous = -1
  }
  const length = last - first
  const titled = plain === 0 && length >= 4 && upper * 2 > length
  context.headline[index] = shouted > 2 && shouted * 10 > length * 7 ? 2 : titled ? 1 : 0
  markRuns(context, first, last)
  markPhrases(context, first, last)
}

const isLink = (word: Word, pre: string) => LINKS.has(word.lower) && (pre === ' ' || pre === '-')

function markRuns({ capital, doc, runFirst, runLast }: Context, first: number, last: number): void {
  for (let i = first; i < last; i++) {
    if (!capital[i]) continue
    let end = i + 1
    while (end < last && capital[end] && joins(doc.terms[end]!.pre)) end++
    runFirst.fill(i, i, end)
    runLast.fill(end - 1, i, end)
    i = end - 1
  }
}

/** A full stop joins after an initial or title: "J. Smith", "Gen. Votel". */
const joins = (pre: string) => pre === ' ' || pre === '-' || pre === '. ' || pre === '–'

function markPhrases({ words, lists, phrasePlace }: Context, first: number, last: number): void {
  for (let i = first; i < last; ) {
    const phrase = longest(words, i, last)
    const length = phrase % LENGTHS
    const found = Math.floor(phrase / LENGTHS) || plural(words[i]!.key)
    for (let k = 0; k < length; k++) {
      lists[i + k] = found
      phrasePlace[i + k] = length === 1 ? 3 : k === 0 ? 0 : k === length - 1 ? 2 : 1
    }
    i += length
  }
}

/** "Azerbaijanis": only nationalities are listed in the singular alone. */
const plural = (key: string) => (key.endsWith('s') ? lookUp(key.slice(0, -1)) & LISTS.nationality : 0)
