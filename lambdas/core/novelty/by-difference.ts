import { because } from './because.ts'
import { SAME_MATTER, shares } from './closeness.ts'
import { opposed } from './lexicon.ts'
import { type Comparison, isFact, only, type Relation } from './relation.ts'
import { bareVerb } from './verbs.ts'
import type { Word } from './words.ts'

/** Whether what two claims say otherwise makes the later one a contradiction or an update of the other. */
export function byDifference(pair: Comparison): Relation | null {
  const { claim, candidate, differences, close } = pair
  if (
    holds(pair) &&
    differences.some(({ kind }) => kind === 'negation' || kind === 'opposite') &&
    only(differences, 'negation', 'opposite', 'speaker', 'status')
  )
    return isFact(claim) ? { verdict: 'contradiction', score: close, because: because.opposite(candidate) } : null
  if (close < SAME_MATTER) return null
  const status = differences.find(({ kind }) => kind === 'status')
  if (
    !status ||
    status.was === 'question' ||
    status.is === 'question' ||
    !only(differences, 'status', 'speaker', 'time')
  )
    return null
  const earlier =
    claim.publishedAt !== null && candidate.publishedAt !== null && claim.publishedAt < candidate.publishedAt
  // An old plan that arrives after the deed tells nothing; the deed after the plan does.
  if (earlier)
    return status.was === 'asserted' ? { verdict: 'repeat', score: close, because: because.older(candidate) } : null
  return status.is === 'asserted'
    ? { verdict: 'update', score: close, because: because.status(status), minor: true }
    : null
}

/**
 * Whether two claims are near enough to contradict: the same but for it, or one verb and most of the shorter one's words, or
 * nothing but the opposite in the later one ("The corridor was open on Wednesday").
 */
function holds({ claim, candidate, alignment, differences, close }: Comparison): boolean {
  const verbs = new Set(candidate.proposition.actions.map(bareVerb))
  const sharesVerb = claim.proposition.actions.some(action => verbs.has(bareVerb(action)))
  const [least, most] = sharesVerb ? [0.45, 0.7] : [SAME_MATTER, 0.8]
  const [mine, theirs] = shares(alignment)
  if (close >= least && Math.max(mine, theirs) >= most) return true
  // "Denied that lists were exchanged", after "lists of prisoners and of missing people were exchanged at the border".
  if (sharesVerb && close >= SAME_SUBJECT && Math.max(mine, theirs) >= WHOLE) return true
  const { onlyA, onlyB } = alignment
  const isOpposite = (word: Word) => onlyA.some(other => opposed(other.key, word.key))
  const more = onlyB.filter(word => word.weight > 0 && !isOpposite(word))
  return close >= SAME_SUBJECT && more.length === 0 && differences[0]?.kind === 'opposite'
}
const SAME_SUBJECT = 0.3
const WHOLE = 0.95
