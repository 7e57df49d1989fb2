import type { Span } from '../types.ts'

/** compromise is quadratic in what it is given at once; at this length it is as fast per letter as on single sentences. */
const LONGEST = 2_000
const SENTENCE_END = /[.!?…]["”’')\]]*\s/g
const CLOSED = /[.!?:;…]["”’')\]]*\s*$/
/** A line this short that ends without a full stop is a headline or a list item, not a wrapped line. */
const HEADLINE = 60

/** The spans of the paragraphs of `text`, without the line breaks around them. A hard-wrapped line is no paragraph. */
export function paragraphs(text: string): Span[] {
  const found: [number, number][] = []
  let open = false
  let offset = 0
  for (const line of text.split('\n')) {
    const blank = line.trim() === ''
    if (!blank) {
      const last = found.at(-1)
      if (open && last) last[1] = offset + line.length
      else found.push([offset, offset + line.length])
      open = line.length >= HEADLINE && !CLOSED.test(line)
    } else open = false
    offset += line.length + 1
  }
  return found
}

/** Cuts a span into pieces of bounded length, at a sentence's end where there is one, else at a space, else between characters. */
export function chunks(text: string, [from, to]: Span): Span[] {
  const found: Span[] = []
  let start = from
  while (to - start > LONGEST) {
    const end = cut(text, start, start + LONGEST)
    found.push([start, end])
    start = end
  }
  if (start < to) found.push([start, to])
  return found
}

function cut(text: string, start: number, end: number): number {
  const window = text.slice(start, end)
  let sentence = 0
  for (const match of window.matchAll(SENTENCE_END)) sentence = match.index + match[0].length
  if (sentence > LONGEST / 4) return start + sentence
  const space = window.lastIndexOf(' ')
  if (space > LONGEST / 4) return start + space + 1
  const splitsPair = /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[end] ?? '')
  return splitsPair ? end - 1 : end
}
