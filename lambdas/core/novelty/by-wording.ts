import type { Alignment } from './align.ts'
import { because } from './because.ts'
import { addsDeed } from './joints.ts'
import { isOneMeeting } from './meetings.ts'
import { type Comparison, isFact, type Relation } from './relation.ts'
import { sameSpeaker } from './speakers.ts'
import type { IncomingClaim, StoredClaim } from './types.ts'
import weights from './weights.json' with { type: 'json' }
import { wording } from './wording.ts'

/** Whether a claim that nothing keeps apart from one that stands says the same. */
export function byWording({ claim, candidate, alignment, close }: Comparison): Relation | null {
  if (!isFact(claim) && claim.proposition.modality !== candidate.proposition.modality) return null
  if (claim.proposition.words === candidate.proposition.words)
    return { verdict: 'repeat', score: 1, because: because.sameWords(candidate) }
  // Only the order and the small words differ; or the new claim says the same and less.
  const nothingMore = alignment.onlyB.every(
    word => word.weight < WEIGHS && (word.kind === 'word' || word.kind === 'function'),
  )
  const complete =
    close >= (nothingMore ? NEARLY_COMPLETE : COMPLETE) && alignment.onlyB.every(word => word.kind !== 'number')
  const score = wording(alignment)
  if (score < threshold(claim, candidate, alignment) && !complete) return null
  return { verdict: 'repeat', score: Math.max(score, complete ? close : 0), because: because.reworded(candidate) }
}
/** One meeting, and what one source says within two days with no new name or number, may be worded more freely; unnamed sources, a little. */
function threshold(claim: IncomingClaim, candidate: StoredClaim, alignment: Alignment): number {
  const { onlyB } = alignment
  if (isOneMeeting(candidate.proposition, claim.proposition, alignment)) return ONE_MEETING
  if (addsDeed(claim.proposition, alignment)) return weights.repeat
  const apart = Math.abs(Date.parse(claim.publishedAt ?? '') - Date.parse(candidate.publishedAt ?? ''))
  if (!(apart <= 2 * DAY_MS) || onlyB.some(word => word.kind === 'name' || word.kind === 'number'))
    return weights.repeat
  return sameSpeaker(candidate.proposition, claim.proposition) ? SAME_SOURCE : SAME_DAYS
}
const DAY_MS = 86_400_000
const ONE_MEETING = 0.4
const SAME_SOURCE = 0.55
const SAME_DAYS = 0.75

const COMPLETE = 0.95
const NEARLY_COMPLETE = 0.91
const WEIGHS = 0.25
