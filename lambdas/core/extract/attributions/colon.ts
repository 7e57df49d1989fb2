import type { Sentence } from '../text/doc.ts'
import type { Attribution, Entity, Span } from '../types.ts'
import { GAP } from './gaps.ts'
import { isVerb } from './tags.ts'
import type { Tokens } from './tokens.ts'

const LONGEST_NAME = 6
/** `Odell: 1,204` in a table is no claim. */
const SHORTEST_HEADLINE = 3

/** `Odell: “We need water”` and `Odell: bridge to close in May`: a name and a colon at a sentence's start, where no cue was found. */
export function findColons(t: Tokens, entities: readonly Entity[], taken: readonly Attribution[]): Attribution[] {
  const heard = new Set(taken.flatMap(a => [a.cue, a.content].flatMap(({ spans }) => spans.map(([start]) => start))))
  const speakers = new Set(entities.filter(e => e.type !== 'place').flatMap(e => e.mentions.map(m => m.end)))
  return t.doc.sentences.flatMap(sentence => {
    const content = afterName(t, sentence)
    if (content === null) return []
    const { terms, text } = t.doc
    const source: Span = [terms[sentence.first]!.start, terms[content - 1]!.end]
    const colon = text.indexOf(':', source[1])
    const quotation = t.quotations[t.quote[content]! - 1]
    const span: Span = quotation
      ? [quotation.start, quotation.end]
      : [terms[content]!.start, terms[sentence.last - 1]!.end]
    const isHeadline = speakers.has(source[1]) && sentence.last - content >= SHORTEST_HEADLINE
    if (!quotation && !isHeadline) return []
    for (let i = sentence.first; i < sentence.last; i++) if (heard.has(terms[i]!.start)) return []
    if (heard.has(span[0])) return []
    return [
      {
        source: { spans: [source] },
        cue: { spans: [[colon, colon + 1]], class: 'say' },
        content: { spans: [span] },
        quote: quotation ? 'direct' : 'indirect',
        rule: 'colon',
      },
    ]
  })
}

/** The first term after a name and its colon: short, capitalised, without a verb, not all in capitals as a dateline is. */
function afterName(t: Tokens, { first, last }: Sentence): number | null {
  for (let i = first; i < last && i <= first + LONGEST_NAME; i++) {
    const gap = t.gap[i]!
    if (i > first && gap & GAP.colon)
      return (t.shape[i - 1]! & 9) === 1 &&
        !t.doc.text.slice(t.doc.terms[i - 1]!.end, t.doc.terms[i]!.start).includes(';')
        ? i
        : null
    if ((i > first && gap & ~GAP.stop) || isVerb(t.tag[i]!) || t.quote[i]) return null
  }
  return null
}
