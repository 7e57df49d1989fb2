import type { Alignment } from './align.ts'
import type { Difference, DifferenceKind } from './difference.ts'
import type { IncomingClaim, StoredClaim, VerdictName } from './types.ts'

/** A claim beside one that stands, with all that was found out about the two. */
export interface Comparison {
  claim: IncomingClaim
  candidate: StoredClaim
  /** Of the candidate's words, a, with the claim's, b. */
  alignment: Alignment
  differences: readonly Difference[]
  /** How much of their words, weighed by rarity, the two share: 0 to 1. */
  close: number
}
export interface Relation {
  verdict: VerdictName
  score: number
  because: string
  /** An update that tells less than a contradiction does: of a status, of one figure more. */
  minor?: true
  /** A higher figure than the one that stands, of an older article: it never stood itself. */
  untold?: true
}

export const only = (found: readonly Difference[], ...kinds: DifferenceKind[]): boolean =>
  found.every(({ kind }) => kinds.includes(kind))

/** A demand, a supposition or a question is never held against a fact. */
export const isFact = ({ proposition }: IncomingClaim): boolean =>
  !['demanded', 'hypothetical', 'question'].includes(proposition.modality)
