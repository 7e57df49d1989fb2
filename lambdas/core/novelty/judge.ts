import { type Indexed, indexed } from './align.ts'
import { because } from './because.ts'
import { joined, type Known } from './joined.ts'
import { relate } from './relate.ts'
import type { Relation } from './relation.ts'
import type { IncomingClaim, Judgement, StoredClaim, VerdictName } from './types.ts'
import { readWords, type Word } from './words.ts'

/** Which of several relations decides: what stands already isn't new, and a later figure is an update before it is a conflict. */
const RANK: Record<VerdictName, number> = { repeat: 4, update: 3, contradiction: 2, new: 0 }
const rankOf = ({ verdict, minor }: Relation) => (minor ? 1 : RANK[verdict])
/** Below this share of its content words a candidate can't be about the same matter. */
const LEAST_SHARED = 0.15

/** Says whether `claim` is new against what stands. Pure; the order of the candidates doesn't matter. */
export function judge(claim: IncomingClaim, candidates: readonly StoredClaim[]): Judgement {
  const mine = indexed(readWords(claim.proposition.words))
  const all: Known[] = []
  let best: { relation: Relation; candidate: StoredClaim } | undefined
  const contradicts: string[] = []
  for (const candidate of candidates) {
    const theirs = readWords(candidate.proposition.words)
    all.push({ claim: candidate, words: theirs })
    if (!sharesEnough(mine, theirs)) continue
    const relation = relate(claim, mine, candidate, theirs)
    if (relation.verdict === 'contradiction') contradicts.push(candidate.id)
    if (!best || precedes(relation, candidate, best)) best = { relation, candidate }
  }
  contradicts.sort()
  if (!best) return { verdict: 'new', score: 0, because: because.nothing(), ref: null, contradicts }
  const { verdict, score, because: why, untold } = best.relation
  const parts = isOpen(best.relation) && contradicts.length === 0 ? joined(claim, mine.words, all) : null
  if (parts) return { verdict: 'repeat', score, because: because.joined(parts), ref: parts[0]!.id, contradicts }
  const ref = verdict === 'new' ? null : best.candidate.id
  return { verdict, score, because: why, ref, contradicts, ...(untold && { untold }) }
}

/** Nothing that stands says it alone. */
const isOpen = ({ verdict, minor }: Relation) => verdict === 'new' || minor === true

function sharesEnough({ index }: Indexed, theirs: readonly Word[]): boolean {
  let all = 0
  let shared = 0
  for (const { key, weight } of theirs) {
    all += weight
    if (index.has(key)) shared += weight
  }
  return shared >= LEAST_SHARED * all
}

function precedes(
  relation: Relation,
  candidate: StoredClaim,
  best: { relation: Relation; candidate: StoredClaim },
): boolean {
  const byRank = rankOf(relation) - rankOf(best.relation)
  if (byRank !== 0) return byRank > 0
  // Of several that it updates, the latest; else the one most like it.
  const byTime = (candidate.publishedAt ?? '').localeCompare(best.candidate.publishedAt ?? '')
  const byScore = relation.score - best.relation.score
  const order = relation.verdict === 'update' ? [byTime, byScore] : [byScore, byTime]
  return (order.find(n => n !== 0) ?? best.candidate.id.localeCompare(candidate.id)) > 0
}
