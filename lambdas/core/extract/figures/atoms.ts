import type { Doc, Sentence, Term } from '../text/doc.ts'

/** The smallest piece of a sentence that a figure is read from: digits, a word, or one sign. Terms are coarser:
 *  "34-year-old" and "$5-10" are one term each. */
export interface Atom {
  index: number
  start: number
  end: number
  text: string
  lower: string
  type: 'number' | 'word' | 'sign'
  /** Nothing stands between it and the atom before. */
  glued: boolean
  /** The term that it is in, for its tags. */
  term: Term | undefined
}

const ATOM =
  /((?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,2}(?:,\d\d)+,\d{3})(?![\d,]\d)(?:\.\d+)?|\d+(?:\.\d+)?)|((?:[ckd]?m[23](?![\p{L}\p{N}]))|[ck]?m[²³]|[\p{L}\p{M}]+(?:['’]\p{L}+)*)|\S/gu

/** The atoms of a sentence, in order. Linear in its length. */
export function atomsOf(doc: Doc, sentence: Sentence): Atom[] {
  const atoms: Atom[] = []
  const text = doc.text.slice(sentence.start, sentence.end)
  let place = sentence.first
  let end = -1
  for (const match of text.matchAll(ATOM)) {
    const start = sentence.start + match.index
    while (place < sentence.last && doc.terms[place]!.end <= start) place++
    const term = place < sentence.last ? doc.terms[place] : undefined
    atoms.push({
      index: atoms.length,
      start,
      end: start + match[0].length,
      text: match[0],
      lower: match[0].toLowerCase(),
      type: match[1] ? 'number' : match[2] ? 'word' : 'sign',
      glued: start === end,
      term: term && term.start <= start ? term : undefined,
    })
    end = start + match[0].length
  }
  return atoms
}

export function has(atom: Atom | undefined, ...tags: string[]): boolean {
  if (!atom?.term) return false
  for (const tag of tags) if (atom.term.tags.has(tag)) return true
  return false
}
export const isCapital = (atom: Atom | undefined): boolean => !!atom && /^\p{Lu}/u.test(atom.text)
export const isDash = (atom: Atom | undefined): boolean => !!atom && /^[-‐‑–—]$/.test(atom.text)

/** A hyphen between two atoms without a space: "five-point", "10–15". */
export const isHyphen = (atoms: readonly Atom[], at: number): boolean =>
  isDash(atoms[at]) && atoms[at]!.glued && !!atoms[at + 1]?.glued

/** Whether the words of `phrase` stand at `at`. */
export const phraseAt = (atoms: readonly Atom[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, offset) => atoms[at + offset]?.lower === word)

/** The word at `at` in lower case; empty beyond the ends. */
export const lower = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''
