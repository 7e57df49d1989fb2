import { align } from './align.ts'
import type { IncomingClaim, Judgement, StoredClaim } from './types.ts'
import weights from './weights.json' with { type: 'json' }
import { wording } from './wording.ts'
import { readWords } from './words.ts'

/** Says whether `claim` is new against what stands. Pure; candidates in any order. */
export function judge(claim: IncomingClaim, candidates: readonly StoredClaim[]): Judgement {
  const mine = readWords(claim.proposition.words)
  let best: { id: string; score: number } | undefined
  for (const candidate of candidates) {
    const score = wording(align(readWords(candidate.proposition.words), mine))
    if (!best || score > best.score) best = { id: candidate.id, score }
  }
  if (best && best.score >= weights.repeat)
    return {
      verdict: 'repeat',
      score: best.score,
      because: 'the same words, but for a few',
      ref: best.id,
      contradicts: [],
    }
  return { verdict: 'new', score: best?.score ?? 0, because: 'nothing like it stands', ref: null, contradicts: [] }
}
