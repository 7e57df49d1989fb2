import path from 'node:path'
import { type Context, readContext } from '../lambdas/core/extract/entities/tagger/context.ts'
import { begin, inside, last, type Tagged, unit } from '../lambdas/core/extract/entities/tagger/labels.ts'
import { parse } from '../lambdas/core/extract/text/parse.ts'
import { type GoldText, joinSentences, readSentences, type Token, typeIndex } from './conll.ts'

/** A text to learn from: the right label of each of its terms. */
export interface Text {
  context: Context
  gold: Uint8Array
  /** How many times it is shown in each round. */
  times: number
}

const SENTENCES_PER_TEXT = 12
/** One sentence of so many is shown again as a headline. */
const TITLED_ONE_IN = 10

const SMALL = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'or',
  'but',
  'by',
  'as',
  'with',
  'from',
  "n't",
  "'s",
])

/** CoNLL's news: prose in texts of twelve sentences; headlines, bylines and tables in texts of their own, a line each. */
export function readNews(folder: string): Text[] {
  const sentences = readSentences(path.join(folder, 'train.txt'))
  const isProse = (sentence: Token[]) => sentence.length >= 5 && /[.!?"]$/.test(sentence.at(-1)![0])
  const cut = (list: Token[][]) =>
    Array.from({ length: Math.ceil(list.length / SENTENCES_PER_TEXT) }, (_, i) =>
      list.slice(i * SENTENCES_PER_TEXT, (i + 1) * SENTENCES_PER_TEXT),
    )
  const prose = cut(sentences.filter(isProse)).map(list => joinSentences(list))
  const titles = cut(sentences.filter(isProse).filter((_, i) => i % TITLED_ONE_IN === 0)).map(list =>
    joinSentences(list.map(headline), '\n\n'),
  )
  const others = cut(sentences.filter(sentence => !isProse(sentence))).map(list => joinSentences(list, '\n\n'))
  return [...prose, ...titles, ...others].map(read)
}

/** A sentence in title case without its full stop: the web writes headlines so, where the agencies of old used capitals. */
function headline(sentence: Token[]): Token[] {
  const titled = sentence.map(
    ([word, tag]): Token => [SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1), tag],
  )
  return titled.at(-1)![0] === '.' ? titled.slice(0, -1) : titled
}

function read({ text, spans }: GoldText): Text {
  const context = readContext(parse(text))
  const { terms } = context.doc
  const names: Tagged[] = []
  let at = 0
  for (const span of spans) {
    while (at < terms.length && terms[at]!.end <= span.start) at++
    let end = at
    while (end < terms.length && terms[end]!.start < span.end) end++
    // A term that holds more than the name ("U.S.-led") is none.
    if (end === at || terms[at]!.start !== span.start || terms[end - 1]!.end > span.end + 2) continue
    names.push({ first: at, last: end, type: span.type })
  }
  return { context, gold: labelsOf(names, terms.length), times: 1 }
}

/** The labels of a text of so many terms; the names don't overlap. */
export function labelsOf(names: readonly Tagged[], length: number): Uint8Array {
  const labels = new Uint8Array(length)
  for (const { first, last: end, type } of names) {
    const t = typeIndex(type)
    labels.fill(inside(t), first, end)
    labels[first] = begin(t)
    labels[end - 1] = end - first === 1 ? unit(t) : last(t)
  }
  return labels
}
