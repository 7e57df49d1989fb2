import { isActive } from './complete-source.ts'
import { GAP } from './gaps.ts'
import plain from './lexicon/plain.json' with { type: 'json' }
import { CIRCUMSTANCES, isNumber, keys, refuses, SAYING } from './plain-frames.ts'
import { subjectEnd, subjectStart } from './subject.ts'
import type { Candidate, Run } from './tag.ts'
import { isFiniteVerb, isVerb } from './tags.ts'
import type { Tokens } from './tokens.ts'

const TELLING = keys(plain.telling)
const NAMING = keys(plain.naming)
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose', 'where'])
const SUBORDINATES = new Set(plain.subordinates)
/** In terms: a longer clause is no sentence of news. */
const LONGEST = 150
const LONGEST_RELATIVE = 20
/** In sentences. */
const FURTHER = 6
const BREAK = GAP.comma | GAP.colon | GAP.dash | GAP.opens | GAP.closes | GAP.sentence

/** "[The road is shut], the ministry said on Sunday, in a sign that …": what the clause before the speaker says is said, whatever follows the cue. */
export function takeTrailing(t: Tokens, candidate: Candidate, isCue: (term: number) => boolean): Candidate {
  const { cue, head, source, content } = candidate
  if (source === null || source[1] > cue[0] || t.quote[head] || !SAYING.has(t.stem[head]!)) return candidate
  const { first, last } = t.doc.sentences[t.doc.terms[head]!.sentence]!
  const start = source[0]
  if (
    start <= first ||
    start - first > LONGEST ||
    (t.gap[start]! & BREAK) !== GAP.comma ||
    RELATIVE.has(t.doc.terms[start]!.normal)
  )
    return candidate
  const before = content.filter(([from, to]) => from < cue[0] && to > first)
  if (!before.every(run => isPartOf(t, run, first, start))) return candidate
  if (!isVerb(t.tag[head]!) || !isActive(t, cue) || !isMainClause(t, first, start)) return candidate
  if (!isCircumstance(t, head, last)) return candidate
  const goesOn = ([from, to]: Run) => {
    if (from < last || !t.quote[from]) return false
    for (let i = from; i < to; i++) if (isCue(i)) return false
    return true
  }
  return { ...candidate, cue: [cue[0], head + 1], content: [[first, start], ...content.filter(goesOn)] }
}

/** A content that stops amid the clause before the speaker, or is only what hangs on that: "They met, [the first to do so], officials said". */
function isPartOf(t: Tokens, [from, to]: Run, first: number, start: number): boolean {
  if (from < first || to > start) return false
  for (let i = from; i < to; i++) if (t.quote[i]) return false
  if (from === first) return to < start && !(t.gap[to]! & BREAK)
  return to === start && (t.gap[from]! & BREAK) === GAP.comma && !isMainClause(t, from, to)
}

/** Whether the terms hold a verb that a clause turns on, past a subordinate clause that they open with. */
export function isMainClause(t: Tokens, first: number, end: number): boolean {
  let from = first
  if (SUBORDINATES.has(t.doc.terms[first]!.normal)) {
    while (from < end && !(t.gap[from + 1]! & GAP.comma)) from++
    if (++from >= end) return false
  }
  for (let i = from + 1; i < end; i++) if (isFiniteVerb(t.tag[i]!) && t.doc.terms[i - 1]!.normal !== 'to') return true
  return false
}

function isCircumstance(t: Tokens, head: number, last: number): boolean {
  const { terms } = t.doc
  for (let i = head + 1; i < last; i++) {
    if (t.gap[i]! & (GAP.opens | GAP.colon)) return false
    if (t.gap[i]! & BREAK) return true
    if (i === head + 1 && !CIRCUMSTANCES.has(terms[i]!.normal) && !TELLING.has(t.stem[head]!)) return false
    if (terms[i]!.normal === 'that' || isFiniteVerb(t.tag[i]!)) return false
  }
  return true
}

/** "[drivers] will strike on Monday, their union said": a content that would begin with its verb takes its subject with it. */
export function takeContentSubject(t: Tokens, candidate: Candidate): Candidate {
  const { cue, source, content } = candidate
  const run = content[0]
  if (run === undefined || run[1] > cue[0] || t.quote[run[0]] || !isFiniteVerb(t.tag[run[0]]!)) return candidate
  const [from, to] = run
  const { first } = t.doc.sentences[t.doc.terms[from]!.sentence]!
  const end = t.gap[from]! & GAP.comma ? beforeRelative(t, from, first) : from - 1
  const start = end >= first && !(t.gap[end + 1]! & BREAK & ~GAP.comma) ? t.groupStart[end]! : -1
  if (start < first || (source && source[0] < from && source[1] > start)) return candidate
  const opens = start === first || t.gap[start]! & GAP.comma || /^(?:and|but)$/.test(t.doc.terms[start - 1]!.normal)
  return opens ? { ...candidate, content: [[start, to], ...content.slice(1)] } : candidate
}

/** "the road, which crosses two valleys, | is open", "the road, closed since May, | is open": the last term before the relative clause that ends at `to`. */
function beforeRelative(t: Tokens, to: number, first: number): number {
  for (let k = to - 1; k > first && k > to - LONGEST_RELATIVE; k--) {
    if ((t.gap[k]! & BREAK) !== GAP.comma) continue
    const { normal, tags } = t.doc.terms[k]!
    return RELATIVE.has(normal) || tags.has('PastTense') || tags.has('Participle') ? k - 1 : -1
  }
  return -1
}

/** "people who called themselves [activists] | blocked the road": a name is no clause, and the main verb is not the relative clause's. */
export function cutNaming(t: Tokens, candidate: Candidate): Candidate {
  const { cue, head, source, content } = candidate
  if (!NAMING.has(t.stem[head]!) || source === null || !RELATIVE.has(t.doc.terms[source[0]]!.normal)) return candidate
  return {
    ...candidate,
    content: content.map(([from, to]) => {
      if (from < cue[1] || t.quote[from]) return [from, to]
      let end = from + 1
      while (end < to && !isFiniteVerb(t.tag[end]!)) end++
      return [from, end]
    }),
  }
}

/** "[The union] ruled out [any talks about a merger]": the cue ends with its particle, and the object is what is ruled out. */
export function takeRefusal(t: Tokens, candidate: Candidate): Candidate {
  const { cue, head, source } = candidate
  const end = head + 2
  if (cue[1] < end || !refuses(t, head)) return candidate
  const subject = subjectEnd(t, head)
  const { last } = t.doc.sentences[t.doc.terms[head]!.sentence]!
  const after = candidate.content.filter(([from]) => from >= cue[1])
  const joined = after[0]?.[0] === cue[1] || after.length === 0
  let stop = after[0]?.[1] ?? end
  if (after.length === 0) while (stop < last && (stop === end || !(t.gap[stop]! & BREAK))) stop++
  return {
    ...candidate,
    cue: [cue[0], end],
    source: source ?? (subject < 0 ? null : [subjectStart(t, subject), subject + 1]),
    content: joined && stop > end ? [[end, stop], ...after.slice(1)] : after,
  }
}

/** "is put by the ministry [at 40]": the number is said, and nobody's name. */
export function takeNumber(t: Tokens, candidate: Candidate): Candidate {
  const { cue, source, content } = candidate
  if (source === null || source[0] < cue[1]) return candidate
  for (let i = source[0] + 1; i + 1 < source[1]; i++) {
    if (t.doc.terms[i]!.normal !== 'at' || !isNumber(t, i + 1)) continue
    const number: Run = [i, source[1]]
    return { ...candidate, source: [source[0], i], content: [...content, number].sort((a, b) => a[0] - b[0]) }
  }
  return candidate
}

/** What is quoted and nobody else's after a quotation in its paragraph is the same speaker's: "… is closed,” she told us. [“It will open.”]" */
export function takeQuotations(t: Tokens, candidates: readonly Candidate[]): Candidate[] {
  const { sentences, terms } = t.doc
  const taken = new Set<number>()
  for (const { cue, content } of candidates)
    for (const [first, last] of [cue, ...content])
      for (let k = terms[first]!.sentence; k <= terms[last - 1]!.sentence; k++) taken.add(k)
  return candidates.map((candidate, k) => {
    const own = terms[candidate.cue[0]]!.sentence
    const next = candidates[k + 1]
    if (next && terms[next.cue[0]]!.sentence === own) return candidate
    if (candidate.source === null || !candidate.content.some(([first]) => t.quote[first])) return candidate
    const more: Run[] = []
    for (let s = own + 1; s < sentences.length && s <= own + FURTHER && !taken.has(s); s++) {
      const { first, last, paragraph } = sentences[s]!
      if (paragraph !== sentences[own]!.paragraph || !t.quote[first] || !t.quote[last - 1]) break
      const before = more.at(-1)
      if (before?.[1] === first && t.quote[first] === t.quote[first - 1]) more[more.length - 1] = [before[0], last]
      else more.push([first, last])
    }
    return more.length === 0 ? candidate : { ...candidate, content: [...candidate.content, ...more] }
  })
}

/** How many cues away another attribution may stand that is cut off from a content. */
const NEAR = 3

/** "The rebels agreed [to stop the fire], said their envoy": where each would hold the other, the later one holds the earlier. */
export function cutTrailing(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate, k) => {
    let { content } = candidate
    for (const later of candidates.slice(k + 1, k + 1 + NEAR)) {
      if (!later.content.some(run => holds(run, candidate.cue[0]))) continue
      const cut = Math.min(later.cue[0], later.source?.[0] ?? later.cue[0])
      if (cut >= candidate.cue[1])
        content = content.map(run => (run[0] < cut && holds(run, later.cue[0]) ? [run[0], cut] : run))
    }
    return content === candidate.content ? candidate : { ...candidate, content }
  })
}

const holds = ([from, to]: Run, term: number) => from <= term && term < to
