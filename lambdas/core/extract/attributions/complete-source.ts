import { GAP } from './gaps.ts'
import { CIRCUMSTANCES } from './plain-frames.ts'
import { subjectEnd, subjectStart } from './subject.ts'
import type { Candidate, Run } from './tag.ts'
import { isNoun, isVerb, PRONOUN } from './tags.ts'
import { CLASSES, type Tokens } from './tokens.ts'

const LINKS = new Set(['in', 'of', 'at', 'from', 'for', 'with', 'near'])

/** "[rebels in] Karabakh announced": a subject that would begin right after a preposition belongs to the people before it. */
export function completeSource(t: Tokens, cue: Run, source: Run): Run {
  const [first, last] = source
  if (first >= cue[1]) return withoutCircumstance(t, source)
  const link = first - 1
  if (last !== cue[0] || link < 1 || t.tag[first] === PRONOUN || !LINKS.has(t.doc.terms[link]!.normal)) return source
  if ((t.gap[first]! | t.gap[link]!) & ~GAP.stop) return source
  const start = Math.max(startOfPeople(t, link - 1), startOfSubject(t, link - 1))
  if (start >= 0) return [start, last]
  const head = whoBefore(t, link)
  return head < 0 ? source : [head, last]
}

/** "[The bishop of] Tibú said": what hangs on a noun that opens its clause is no speaker of its own. */
function startOfSubject(t: Tokens, head: number): number {
  const start = t.groupStart[head]!
  if (start < 0 || !isNoun(t.tag[head]!) || t.tag[head] === PRONOUN) return -1
  const opens = start === t.doc.sentences[t.doc.terms[start]!.sentence]!.first || (t.gap[start]! & OPENS) !== 0
  return opens && t.doc.terms[start]!.tags.has('Determiner') ? start : -1
}
const OPENS = GAP.comma | GAP.dash | GAP.closes

/** "[A driver who came by way of] Kelm said": the start of the people before "who", where their clause opens the sentence. */
function whoBefore(t: Tokens, end: number): number {
  const { first } = t.doc.sentences[t.doc.terms[end]!.sentence]!
  for (let k = end - 1; k > first && k > end - LONGEST_RELATIVE; k--) {
    if (t.gap[k + 1]! & ~GAP.stop) return -1
    if (t.doc.terms[k]!.normal !== 'who') continue
    const start = t.groupStart[k - 1]!
    return start === first && t.gap[k] === 0 ? start : -1
  }
  return -1
}
const LONGEST_RELATIVE = 15

/** "said [Ada Cole, the envoy], after two days of talks": when and where is not who. */
function withoutCircumstance(t: Tokens, [first, last]: Run): Run {
  for (let i = first + 1; i < last; i++)
    if (t.gap[i]! & GAP.comma && CIRCUMSTANCES.has(t.doc.terms[i]!.normal)) return [first, i]
  return [first, last]
}

/** Start of the noun group that ends at `head`, if that is a plural; compromise takes the second word of "rebel forces" for a verb. */
function startOfPeople(t: Tokens, head: number): number {
  const { tags, text } = t.doc.terms[head]!
  if (tags.has('Plural')) return t.groupStart[head]!
  const before = head - 1
  const taken = tags.has('PresentTense') && text.endsWith('s') && before >= 0 && isNoun(t.tag[before]!)
  return taken && !(t.gap[head]! & ~GAP.stop) ? t.groupStart[before]! : -1
}

const SAY = CLASSES.indexOf('say') + 1
const BE = /^(?:is|are|was|were|be|been|being|'s|'re)$/

/** "[Residents], put at 40, have reported outages": what stands before an active verb of saying is its source, if it has no other, and no content. */
export function takeSubject(t: Tokens, candidate: Candidate): Candidate {
  const { cue, source, content } = candidate
  const before = content[0]
  if (source === null && t.gap[cue[0]]! & GAP.comma && isActive(t, cue)) {
    const end = subjectEnd(t, cue[0])
    const start = end < 0 ? -1 : subjectStart(t, end)
    if (start >= 0 && content.every(([from, to]) => to <= start || from > end))
      return { ...candidate, source: [start, end + 1] }
  }
  if (source !== null || before === undefined || content.length < 2 || t.cueClass[candidate.head] !== SAY)
    return candidate
  if (before[1] !== cue[0] || content[1]![0] < cue[1] || t.quote[before[0]] || !isActive(t, cue)) return candidate
  const [first] = before
  const end = t.groupEnd[first]!
  if (end < first || t.doc.terms[first]!.sentence !== t.doc.terms[cue[0]]!.sentence) return candidate
  let last = first + 1
  while (last < cue[0] && !(t.gap[last]! & ~GAP.stop) && !isVerb(t.tag[last]!)) last++
  return { ...candidate, source: [first, last], content: content.slice(1) }
}

export function isActive(t: Tokens, [first, last]: Run): boolean {
  let verb = false
  for (let i = first; i < last; i++) {
    if (BE.test(t.doc.terms[i]!.normal)) return false
    if (isVerb(t.tag[i]!)) verb = true
  }
  return verb
}
