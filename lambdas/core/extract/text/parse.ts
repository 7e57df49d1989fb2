import { chunks, paragraphs } from './chunks.ts'
import type { RawTerm } from './compromise.ts'
import type { Doc, Sentence, Term } from './doc.ts'
import { mendSentences } from './mend.ts'
import { tag } from './tag.ts'

/** Whether what is left of a text must stay unread. */
export type IsLate = () => boolean
const never: IsLate = () => false

/**
 * Reads a text once, in bounded pieces, into flat arrays of sentences and terms. Linear in the text's length. Once it is late, the
 * document is the text up to there; its first piece is always read.
 */
export function parse(text: string, isLate: IsLate = never): Doc {
  const doc: Doc = { text, terms: [], sentences: [] }
  const pieces = paragraphs(text).flatMap((span, paragraph) => chunks(text, span).map(chunk => ({ chunk, paragraph })))
  for (const [i, { chunk, paragraph }] of pieces.entries()) {
    if (i > 0 && isLate()) {
      doc.text = text.slice(0, chunk[0])
      break
    }
    readChunk(doc, paragraph, ...chunk)
  }
  return mendSentences(doc)
}

function readChunk(doc: Doc, paragraph: number, start: number, end: number): void {
  // A line break ends a sentence for compromise; inside a paragraph it is only a wrapped line.
  const chunk = doc.text.slice(start, end).replaceAll('\n', ' ')
  let cursor = start
  for (const raws of tag(chunk)) {
    const first = doc.terms.length
    const index = doc.sentences.length
    let previousEnd = cursor
    for (const raw of raws) {
      const at = place(doc.text, chunk, raw, cursor, start)
      if (at === undefined) continue
      if (raw.text === '') {
        addPart(doc.terms.at(-1), raw)
        cursor = at + raw.post.length
        continue
      }
      const stop = at + raw.text.length
      cursor = stop + raw.post.length
      const term: Term = {
        index: doc.terms.length,
        start: at,
        end: stop,
        text: raw.text,
        normal: raw.normal,
        tags: raw.tags,
        sentence: index,
        pre: doc.text.slice(previousEnd, at),
        post: doc.text.slice(stop, cursor),
      }
      if (raw.implicit) term.parts = [raw.implicit]
      doc.terms.push(term)
      previousEnd = stop
    }
    if (doc.terms.length > first) doc.sentences.push(sentence(doc, index, first, paragraph))
  }
}

/** Where a term stands. compromise keeps every character, so this is the cursor; where it once doesn't, the text is searched. */
function place(text: string, chunk: string, raw: RawTerm, cursor: number, start: number): number | undefined {
  const at = cursor + raw.pre.length
  if (chunk.startsWith(raw.text, at - start)) return at
  const found = chunk.indexOf(raw.text, Math.max(0, cursor - start))
  return found === -1 || start + found > text.length ? undefined : start + found
}

function addPart(term: Term | undefined, raw: RawTerm): void {
  if (!term?.parts || !raw.implicit) return
  term.parts.push(raw.implicit)
  for (const tag of raw.tags) if (tag === 'Negative') (term.tags as Set<string>).add(tag)
}

/** A sentence runs from its first term's opening punctuation to its last term's closing punctuation. */
function sentence(doc: Doc, index: number, first: number, paragraph: number): Sentence {
  const head = doc.terms[first]!
  const tail = doc.terms.at(-1)!
  const opening = head.pre.trimStart()
  return {
    index,
    start: head.start - opening.length,
    end: tail.end + tail.post.trimEnd().length,
    first,
    last: doc.terms.length,
    paragraph,
  }
}
