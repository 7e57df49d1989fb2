import type { CueWindow } from './role-features.ts'
import type { Tokens } from './tokens.ts'

/** How many sentences before and after the cue's may hold its content, and how many terms. */
const BEFORE = 6
const AFTER = 8
const LONGEST = 220

/** A cue's own sentence, and those next to it as long as they are quoted; one more of the same paragraph on each side. */
export function windowOf(t: Tokens, first: number, last: number): CueWindow {
  const { sentences, terms } = t.doc
  const own = terms[first]!.sentence
  const { paragraph } = sentences[own]!
  const quoted = (sentence: number) => t.quote[sentences[sentence]!.last - 1]! > 0
  /** `But “the road is shut”`: the quotation may follow a word or two. */
  const opensQuoted = (sentence: number) => {
    const { first, last } = sentences[sentence]!
    for (let i = first; i < first + 3 && i < last; i++) if (t.quote[i]) return true
    return false
  }
  let start = own
  while (start > 0 && own - start < BEFORE && sentences[start - 1]!.paragraph === paragraph && quoted(start - 1))
    start--
  let end = terms[last - 1]!.sentence
  while (end + 1 < sentences.length && end - own < AFTER && opensQuoted(end + 1)) end++
  const from = Math.max(sentences[start]!.first, first - LONGEST)
  const to = Math.min(sentences[end]!.last, last + LONGEST)
  return { first, last, head: headOf(t, first, last), from, to }
}

/** The first of a cue's terms that the lexicon knows. */
function headOf(t: Tokens, first: number, last: number): number {
  for (let i = first; i < last; i++) if (t.cueClass[i]) return i
  return last - 1
}
