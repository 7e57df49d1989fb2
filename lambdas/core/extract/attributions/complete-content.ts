import { isActive } from './complete-source.ts'
import { GAP } from './gaps.ts'
import plain from './lexicon/plain.json' with { type: 'json' }
import { CIRCUMSTANCES, keys, SAYING } from './plain-frames.ts'
import type { Candidate, Run } from './tag.ts'
import { isFiniteVerb, isVerb } from './tags.ts'
import type { Tokens } from './tokens.ts'

const TELLING = keys(plain.telling)
const NAMING = keys(plain.naming)
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose', 'where'])
const SUBORDINATES = new Set(plain.subordinates)
const BREAK = GAP.comma | GAP.colon | GAP.dash | GAP.opens | GAP.closes | GAP.sentence

/** "[The road is shut], the ministry said on Sunday, in a sign that …": what the clause before the speaker says is said, whatever follows the cue. */
export function takeTrailing(t: Tokens, candidate: Candidate, isCue: (term: number) => boolean): Candidate {
  const { cue, head, source, content } = candidate
  if (source === null || source[1] > cue[0] || t.quote[head] || !SAYING.has(t.stem[head]!)) return candidate
  const { first, last } = t.doc.sentences[t.doc.terms[head]!.sentence]!
  const start = source[0]
  if (start <= first || (t.gap[start]! & BREAK) !== GAP.comma || RELATIVE.has(t.doc.terms[start]!.normal))
    return candidate
  if (content.some(([from, to]) => from < cue[0] && to > first)) return candidate
  if (!isVerb(t.tag[head]!) || !isActive(t, cue) || !isMainClause(t, first, start)) return candidate
  if (!isCircumstance(t, head, last)) return candidate
  const goesOn = ([from, to]: Run) => {
    if (from < last || !t.quote[from]) return false
    for (let i = from; i < to; i++) if (isCue(i)) return false
    return true
  }
  return { ...candidate, cue: [cue[0], head + 1], content: [[first, start], ...content.filter(goesOn)] }
}

function isMainClause(t: Tokens, first: number, end: number): boolean {
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
  const start = from > first && !(t.gap[from]! & BREAK) ? t.groupStart[from - 1]! : -1
  if (start < first || (source && source[0] < from && source[1] > start)) return candidate
  const opens = start === first || t.gap[start]! & GAP.comma || /^(?:and|but)$/.test(t.doc.terms[start - 1]!.normal)
  return opens ? { ...candidate, content: [[start, to], ...content.slice(1)] } : candidate
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
