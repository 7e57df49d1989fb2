import type { CueWindow } from './role-features.ts'
import type { Run } from './tag.ts'
import type { Tokens } from './tokens.ts'

/** How many sentences before and after the cue's may hold its content, and how many terms. */
const BEFORE = 6
const AFTER = 8
const LONGEST = 220
/** Beyond so many cues on one side nothing belongs to a cue; this bounds the work where every other word is one. */
const CROWD = 12

/** A cue's own sentence, and those next to it as long as they are quoted; one more of the same paragraph on each side. */
function windowOf(t: Tokens, [first, last]: Run, crowd: readonly [from: number, to: number]): CueWindow {
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
  const from = Math.min(first, Math.max(sentences[start]!.first, first - LONGEST, crowd[0]))
  const to = Math.max(last, Math.min(sentences[end]!.last, last + LONGEST, crowd[1]))
  return { first, last, head: headOf(t, first, last), from, to }
}

/** The windows of cues in text order. */
export function windowsOf(t: Tokens, cues: readonly Run[]): CueWindow[] {
  return cues.map((cue, k) => windowOf(t, cue, [cues[k - CROWD]?.[1] ?? 0, cues[k + CROWD]?.[0] ?? t.length]))
}

/** The first of a cue's terms that the lexicon knows. */
function headOf(t: Tokens, first: number, last: number): number {
  for (let i = first; i < last; i++) if (t.cueClass[i]) return i
  return last - 1
}
