import type { Run } from './tag.ts'
import { GAP, isNoun, PRONOUN, type Tokens } from './tokens.ts'

const LINKS = new Set(['in', 'of', 'at', 'from', 'for', 'with', 'near'])

/** "[rebels in] Karabakh announced": a subject that would begin right after a preposition belongs to the people before it. */
export function completeSource(t: Tokens, cue: Run, source: Run): Run {
  const [first, last] = source
  const link = first - 1
  if (last !== cue[0] || link < 1 || t.tag[first] === PRONOUN || !LINKS.has(t.doc.terms[link]!.normal)) return source
  if ((t.gap[first]! | t.gap[link]!) & ~GAP.stop) return source
  const start = startOfPeople(t, link - 1)
  return start < 0 ? source : [start, last]
}

/** Start of the noun group that ends at `head`, if that is a plural; compromise takes the second word of "rebel forces" for a verb. */
function startOfPeople(t: Tokens, head: number): number {
  const { tags, text } = t.doc.terms[head]!
  if (tags.has('Plural')) return t.groupStart[head]!
  const before = head - 1
  const taken = tags.has('PresentTense') && text.endsWith('s') && before >= 0 && isNoun(t.tag[before]!)
  return taken && !(t.gap[head]! & ~GAP.stop) ? t.groupStart[before]! : -1
}
