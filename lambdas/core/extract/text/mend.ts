import { COUNTED, SHORTENED, TITLES } from './abbreviations.ts'
import type { Doc, Sentence, Term } from './doc.ts'

/** A full stop, question or exclamation mark, whatever closes after it, then a space: group 1 ends the sentence. */
const STOP = /^([^\s\p{L}\p{N}]*[.!?…]["”’'»)\]]*\s+)/u
/** No more of a gap than this is looked at. */
const WIDEST_GAP = 40
const DATELINE = /^\.?\s*[—–-]{1,2}\s+$/
const CLOSED_QUOTE = /["”’»]|''/
const CAPITAL = /^[\p{Lu}\p{N}$€£]/u
const LOWER = /^\p{Ll}/u
const SPEECH =
  /^(?:say|says|said|ask|asks|asked|add|adds|added|reply|replies|replied|wonder|wonders|wondered|shout|shouts|shouted|cry|cries|cried|yell|yells|yelled|write|writes|wrote|tweeted|demanded|exclaimed|joked|quipped|responded|answered|continued|recalled|explained|declared|told|chanted)$/

/**
 * Sentences as a reader sees them. compromise keeps a whole quotation and what follows it in one sentence (`… a disaster.” The
 * mayor left`), and ends one after "Gov." or after the question in `"Why now?" she asked`. Terms stay; only the bounds move. One pass.
 */
export function mendSentences(doc: Doc): Doc {
  const { text, terms } = doc
  const sentences: Sentence[] = []
  for (const term of terms) {
    const i = term.index
    const before = terms[i - 1]
    const from = doc.sentences[term.sentence]!
    const bounded = from.first === i
    if (before === undefined || (bounded && from.paragraph !== sentences.at(-1)!.paragraph)) {
      open(i, from)
      continue
    }
    const gap = text.slice(before.end, Math.min(term.start, before.end + WIDEST_GAP))
    if (bounded ? isContinued(terms, i, gap) : !endsInside(terms, i, gap)) {
      if (bounded) term.pre = text.slice(before.end, term.start)
    } else {
      if (!bounded) cutGap(text, before, term, gap)
      open(i, from)
    }
  }
  return { ...doc, terms: reindex(terms, sentences), sentences }

  function open(first: number, { paragraph }: Sentence): void {
    close(sentences.at(-1), terms, first)
    const head = terms[first]!
    const start = head.start - head.pre.trimStart().length
    sentences.push({ index: sentences.length, start, end: start, first, last: first, paragraph })
  }
}

/** Whether a sentence that compromise ended before term `i` goes on. */
function isContinued(terms: Term[], i: number, gap: string): boolean {
  const before = terms[i - 1]!.text
  const next = terms[i]!.text
  if (/^\.\s+$/.test(gap)) {
    if (TITLES.has(before)) return true
    if (COUNTED.has(before) && /^\d/.test(next)) return true
  }
  if (DATELINE.test(gap)) return true
  if (!/[.!?…]/.test(gap)) return LOWER.test(next) || (!before.endsWith('.') && !/["”:;\n]/.test(gap))
  if (/[?!…]/.test(gap) && LOWER.test(next)) return true
  return CLOSED_QUOTE.test(gap) && (LOWER.test(next) || (/[?!…]/.test(gap) && isSpeech(terms, i)))
}

/** Whether a sentence ends before term `i` though compromise reads on. */
function endsInside(terms: Term[], i: number, gap: string): boolean {
  if (gap.length < 2 || !STOP.test(gap)) return false
  const before = terms[i - 1]!.text
  if (!CAPITAL.test(terms[i]!.text)) return false
  if (CLOSED_QUOTE.test(gap)) return !(/[?!…]/.test(gap) && isSpeech(terms, i))
  if (TITLES.has(before) || COUNTED.has(before) || SHORTENED.has(before)) return false
  return !/^\p{L}$/u.test(before) || before === 'I'
}

/** "Trump said", "the mayor asked": nothing but a name or a noun, then a verb of speech. */
function isSpeech(terms: Term[], i: number): boolean {
  for (let k = i; k < i + 5 && k < terms.length; k++) {
    const term = terms[k]!
    if (SPEECH.test(term.normal)) return true
    if (k > i && terms[k - 1]!.post.trim() !== '') return false
    if (!term.tags.has('Noun') && !term.tags.has('Determiner') && !term.tags.has('Adjective')) return false
  }
  return false
}

/** Gives the closing part of a gap to the term before it and the opening part to the term after it. */
function cutGap(text: string, before: Term, after: Term, gap: string): void {
  const closing = STOP.exec(gap)![1]!
  before.post = closing
  after.pre = text.slice(before.end + closing.length, after.start)
}

function close(sentence: Sentence | undefined, terms: Term[], last: number): void {
  if (sentence === undefined) return
  const tail = terms[last - 1]!
  sentence.last = last
  sentence.end = tail.end + tail.post.trimEnd().length
}

function reindex(terms: Term[], sentences: Sentence[]): Term[] {
  close(sentences.at(-1), terms, terms.length)
  for (const { index, first, last } of sentences) for (let i = first; i < last; i++) terms[i]!.sentence = index
  return terms
}
