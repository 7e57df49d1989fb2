import { align, type Indexed } from './align.ts'
import { because } from './because.ts'
import { byDifference } from './by-difference.ts'
import { byFigure } from './by-figure.ts'
import { byWording } from './by-wording.ts'
import { closeness, SAME_MATTER } from './closeness.ts'
import { differences } from './differences.ts'
import { withoutOwnName } from './own-names.ts'
import type { Relation } from './relation.ts'
import type { IncomingClaim, StoredClaim } from './types.ts'
import type { Word } from './words.ts'

/** What a claim is to one that stands: a repeat, an update, a contradiction, or something else. */
export function relate(claim: IncomingClaim, mine: Indexed, candidate: StoredClaim, theirs: readonly Word[]): Relation {
  const alignment = withoutOwnName(candidate.proposition, claim.proposition, align(theirs, mine))
  const found = differences(candidate.proposition, claim.proposition, alignment)
  const close = closeness(alignment)
  const pair = { claim, candidate, alignment, differences: found, close }
  const alike = found[0] ? because.differs(found[0], claim, candidate) : because.resembles(candidate)
  const nearest = close >= SAME_MATTER ? alike : because.nothing()
  return (
    byFigure(pair) ??
    (found.length === 0 ? byWording(pair) : byDifference(pair)) ?? { verdict: 'new', score: close, because: nearest }
  )
}
