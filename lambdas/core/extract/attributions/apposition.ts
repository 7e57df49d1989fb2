import { isMainClause } from './complete-content.ts'
import { GAP } from './gaps.ts'
import { CIRCUMSTANCES } from './plain-frames.ts'
import type { Candidate, Run } from './tag.ts'
import { isFiniteVerb } from './tags.ts'
import type { Tokens } from './tokens.ts'

const BREAK = ~GAP.stop
const RELATIVE = new Set(['who', 'which', 'whom', 'whose'])

/** "[The road is shut], according to Ada Cole, | the head of the mission": what only tells who the speaker is, is not said. */
export function takeApposition(t: Tokens, candidate: Candidate): Candidate {
  const { cue, source, content } = candidate
  if (source === null || source[0] < cue[1]) return candidate
  const after = content.find(([from]) => from === source[1])
  if (after === undefined || !isApposition(t, after)) return candidate
  const isSaid = content.some(([from, to]) => to <= cue[0] && (t.quote[from] || isMainClause(t, from, to)))
  if (!isSaid) return candidate
  const isName = relativeIn(t, after) === after[1]
  return {
    ...candidate,
    source: isName ? [source[0], after[1]] : source,
    content: content.filter(run => run !== after),
  }
}

/** Nouns after a comma, with no verb but in a relative clause. */
function isApposition(t: Tokens, run: Run): boolean {
  const [from] = run
  if ((t.gap[from]! & BREAK) !== GAP.comma || t.quote[from] || t.groupStart[from]! < 0) return false
  if (CIRCUMSTANCES.has(t.doc.terms[from]!.normal)) return false
  const end = relativeIn(t, run)
  for (let i = from; i < end; i++) if (isFiniteVerb(t.tag[i]!)) return false
  return true
}

/** Where a relative clause begins in the run, else its end. */
function relativeIn(t: Tokens, [from, to]: Run): number {
  let i = from
  while (i < to && !RELATIVE.has(t.doc.terms[i]!.normal)) i++
  return i
}
