import { GAP } from './gaps.ts'
import plain from './lexicon/plain.json' with { type: 'json' }
import { keys, refuses, SAYING } from './plain-frames.ts'
import type { Candidate, Run } from './tag.ts'
import { isFiniteVerb, isVerb } from './tags.ts'
import type { Tokens } from './tokens.ts'

/** Verbs that go on with what a speaker does: not "reported" or "believed", which may be anybody's. */
const GOING_ON = keys(plain.goingOn)
const PARTICLES = new Set(['on', 'for', 'upon', 'out'])
const FURTHEST_THAT = 8
/** In terms: how much of a content is read, so that a text without full stops costs no more than it should. */
const LONGEST = 200

/** "The envoy [described the talks as useful] and [denied that they had failed]": a second verb of saying ends what the first one says. */
export function splitCoordinated(t: Tokens, candidates: readonly Candidate[]): Candidate[] {
  const heads = new Set(candidates.map(({ head }) => head))
  const speakers = new Map<number, Run>()
  const split = candidates.flatMap(candidate => {
    const at = candidate.content.findIndex(run => run[0] >= candidate.cue[1] && joint(t, candidate, run) > 0)
    if (at === -1) return [candidate]
    const run = candidate.content[at]!
    const verb = joint(t, candidate, run)
    const first = { ...candidate, content: [...candidate.content.slice(0, at), [run[0], before(t, verb)] as Run] }
    const cue: Run = [verb, cueEnd(t, verb)]
    const content: Run[] = [[contentStart(t, cue[1], run[1]), run[1]], ...candidate.content.slice(at + 1)]
    if (candidate.source !== null) speakers.set(verb, candidate.source)
    if (heads.has(verb) || candidate.source === null || content[0]![0] >= run[1]) return [first]
    return [first, { cue, head: verb, source: candidate.source, content }]
  })
  for (const { head, source, content } of candidates)
    for (const [, end] of content) if (source && goesOn(t, head, end)) speakers.set(end + 1, source)
  return split.map(candidate => ({ ...candidate, source: candidate.source ?? speakers.get(candidate.head) ?? null }))
}

/** Whether right behind a content that ends at `end` stands "and urged". */
function goesOn(t: Tokens, head: number, end: number): boolean {
  if (end + 1 >= t.length || t.gap[end]! & GAP.sentence || !isConjunction(t.doc.terms[end]!.normal)) return false
  return t.tag[end + 1] === t.tag[head] && GOING_ON.has(t.stem[end + 1]!) && t.gap[end + 1] === 0
}

/** The place of the verb that goes on, or -1. */
function joint(t: Tokens, { cue, head }: Candidate, [from, to]: Run): number {
  const { terms } = t.doc
  if (!isVerb(t.tag[head]!) || t.quote[head] || cue[1] - cue[0] > 4) return -1
  let past = false
  let clause = false
  for (let k = from + 1; k < Math.min(to - 1, from + LONGEST); k++) {
    if (t.gap[k]! & (GAP.sentence | GAP.colon)) return -1
    if (isConjunction(terms[k]!.normal) && !t.quote[k]) {
      const verb = isAdverb(t, k + 1) ? k + 2 : k + 1
      const isApart = (t.gap[k]! & GAP.comma) !== 0 || terms[k]!.normal === 'but'
      const isSame = t.tag[verb] === t.tag[head] && GOING_ON.has(t.stem[verb] ?? 0) && t.gap[verb] === 0
      if (isSame && !t.quote[verb] && verb < to - 1 && (isApart || !clause || !past)) return verb
    }
    if (isFiniteVerb(t.tag[k]!)) {
      clause = true
      if (isSimplePast(t, k)) past = true
    }
  }
  return -1
}

const isConjunction = (word: string) => word === 'and' || word === 'but'
const isAdverb = (t: Tokens, k: number) => t.doc.terms[k]?.tags.has('Adverb') === true
/** "met", not "had met" or "was met". */
const isSimplePast = (t: Tokens, k: number) =>
  t.doc.terms[k]!.tags.has('PastTense') && !t.doc.terms[k - 1]!.tags.has('Auxiliary') && !isAuxiliary(t, k - 1)
const isAuxiliary = (t: Tokens, k: number) =>
  /^(?:has|have|had|is|are|was|were|be|been|being)$/.test(t.doc.terms[k]!.normal)

/** The end of what stands before "and denied". */
function before(t: Tokens, verb: number): number {
  let end = verb - 1
  while (!isConjunction(t.doc.terms[end]!.normal)) end--
  return end
}

function cueEnd(t: Tokens, verb: number): number {
  const next = t.doc.terms[verb + 1]?.normal ?? ''
  const hasParticle =
    refuses(t, verb) || (PARTICLES.has(next) && /^(?:called|calls|call)$/.test(t.doc.terms[verb]!.normal))
  return hasParticle ? verb + 2 : verb + 1
}

/** "told reporters [that …]": whom it was told is not said. */
function contentStart(t: Tokens, from: number, to: number): number {
  if (!SAYING.has(t.stem[from - 1]!)) return from
  for (let k = from; k < Math.min(to - 1, from + FURTHEST_THAT); k++) {
    if (isVerb(t.tag[k]!)) return from
    if (t.doc.terms[k]!.normal === 'that') return k
  }
  return from
}
