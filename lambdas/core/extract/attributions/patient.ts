import { GAP } from './gaps.ts'
import { hashOf } from './hash.ts'
import plain from './lexicon/plain.json' with { type: 'json' }
import { keys } from './plain-frames.ts'
import { stem } from './stem.ts'
import type { Candidate, Run } from './tag.ts'
import type { Tokens } from './tokens.ts'

const TOLD_OF = keys(plain.toldOf)
/** "Scholz, said of the talks" is no participle. */
const SAY = hashOf(stem('say'))
const AFTER = new Set(plain.afterToldOf)
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being'])

/**
 * "[Refugees], believed to number 60,000, | listened", "[rebels] have been accused of looting": of whom something is said doesn't say
 * it. Who does is left open, and what stood as the source is part of what is said.
 */
export function openPatient(t: Tokens, candidate: Candidate): Candidate {
  const { cue, head, source, content } = candidate
  if (source === null || source[1] > cue[0] || !TOLD_OF.has(t.stem[head]!)) return candidate
  const isPatient = isPassive(t, cue, head) || isReduced(t, source, cue, head)
  if (!isPatient) return candidate
  const own = content.filter(([from, to]) => to <= source[0] || from >= source[1])
  return { ...candidate, source: null, content: [source, ...own].sort((a, b) => a[0] - b[0]) }
}

function isPassive(t: Tokens, [first]: Run, head: number): boolean {
  const { terms } = t.doc
  if (terms[head]!.tags.has('Gerund')) return false
  for (let i = Math.max(first, head - 2); i < head; i++) if (BE.has(terms[i]!.normal)) return true
  return first === head && head > 0 && BE.has(terms[head - 1]!.normal)
}

/** A participle behind its noun: "Residents, estimated at 40, …". */
function isReduced(t: Tokens, source: Run, [first, last]: Run, head: number): boolean {
  if (first !== head || source[1] !== first || !(t.gap[first]! & GAP.comma) || t.stem[head] === SAY) return false
  const next = t.doc.terms[head + 1]
  return next !== undefined && last <= head + 2 && AFTER.has(next.normal) && t.gap[head + 1] === 0
}
