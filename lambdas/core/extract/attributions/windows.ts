import type { CueWindow } from './role-features.ts'
import type { Tokens } from './tokens.ts'

/** How many sentences before and after the cue's may hold its content, and how many terms. */
const BEFORE = 2
const AFTER = 8
const LONGEST = 220

/** A cue's own sentence, the one on each side, and further ones as long as they are quoted. */
export function windowOf(t: Tokens, first: number, last: number): CueWindow {
  const { sentences, terms } = t.doc
  const own = terms[first]!.sentence
  let start = own
  while (start > 0 && own - start < BEFORE && sentences[start - 1]!.paragraph === sentences[own]!.paragraph) {
    if (own - start >= 1 && !t.quote[sentences[start]!.first]) break
    start--
  }
  let end = terms[last - 1]!.sentence
  while (end + 1 < sentences.length && end - own < AFTER) {
    const next = sentences[end + 1]!
    const quoted = t.quote[next.first]! > 0
    if (!quoted && (end > own || next.paragraph !== sentences[own]!.paragraph)) break
    end++
  }
  const from = Math.max(sentences[start]!.first, first - LONGEST)
  const to = Math.min(sentences[end]!.last, last + LONGEST)
  return { first, last, head: headOf(t, first, last), from, to }
}

/** The last of a cue's terms that the lexicon knows, save what follows "in" or "to": "said" of "said in a statement". */
function headOf(t: Tokens, first: number, last: number): number {
  for (let i = first; i < last; i++) if (t.cueClass[i]) return i
  return last - 1
}
