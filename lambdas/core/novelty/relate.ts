import { type Alignment, align, type Indexed } from './align.ts'
import { because } from './because.ts'
import { type Difference, type DifferenceKind, differences } from './differences.ts'
import { isSeries, isToll, onlyDurations, relateFigures, type Source } from './figures.ts'
import { sameSpeaker } from './speakers.ts'
import type { FigureSlot, IncomingClaim, StoredClaim, VerdictName } from './types.ts'
import weights from './weights.json' with { type: 'json' }
import { wording } from './wording.ts'
import type { Word } from './words.ts'

export interface Relation {
  verdict: VerdictName
  score: number
  because: string
}

/** From here on two claims are about the same thing, whatever they say of it. */
const SAME_MATTER = 0.6
/** Figures of one kind, object and source hold claims together that share fewer words. */
const SAME_SERIES = 0.35
const FACTS = new Set(['asserted'])

/** What a claim is to one that stands: a repeat, an update, a contradiction, or something else. */
export function relate(claim: IncomingClaim, mine: Indexed, candidate: StoredClaim, theirs: readonly Word[]): Relation {
  const alignment = align(theirs, mine)
  const found = differences(candidate.proposition, claim.proposition, alignment)
  const close = closeness(alignment)
  return (
    byFigure(claim, candidate, alignment, found, close) ??
    (found.length === 0
      ? bySameness(claim, candidate, alignment, close)
      : byDifference(claim, candidate, alignment, found, close)) ?? {
      verdict: 'new',
      score: close,
      because: found[0] && close >= SAME_MATTER ? because.differs(found[0]) : because.lessAlike(),
    }
  )
}

/** The share of each text's words, weighed by rarity, that the other has. */
function shares({ a, b, onlyA, onlyB }: Alignment): [number, number] {
  const sum = (words: readonly Word[]) => words.reduce((total, word) => total + word.weight, 0)
  const share = (all: readonly Word[], alone: readonly Word[]) => (sum(all) === 0 ? 0 : 1 - sum(alone) / sum(all))
  return [share(a, onlyA), share(b, onlyB)]
}

/** The harmonic mean of both shares, 0 to 1. */
function closeness(alignment: Alignment): number {
  const [x, y] = shares(alignment)
  return x + y === 0 ? 0 : (2 * x * y) / (x + y)
}

const only = (found: readonly Difference[], ...kinds: DifferenceKind[]) =>
  found.every(({ kind }) => kinds.includes(kind))

function bySameness(
  claim: IncomingClaim,
  candidate: StoredClaim,
  alignment: Alignment,
  close: number,
): Relation | null {
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
/** What one source says within two days, with no new name or number, may be worded more freely; unnamed sources, a little. */
function threshold(claim: IncomingClaim, candidate: StoredClaim, { onlyB }: Alignment): number {
  const apart = Math.abs(Date.parse(claim.publishedAt ?? '') - Date.parse(candidate.publishedAt ?? ''))
  if (!(apart <= 2 * DAY_MS) || onlyB.some(word => word.kind === 'name' || word.kind === 'number'))
    return weights.repeat
  return sameSpeaker(candidate.proposition, claim.proposition) ? SAME_SOURCE : SAME_DAYS
}
const DAY_MS = 86_400_000
const SAME_SOURCE = 0.55
const SAME_DAYS = 0.75

const COMPLETE = 0.95
const NEARLY_COMPLETE = 0.91
const WEIGHS = 0.25

function byFigure(
  claim: IncomingClaim,
  candidate: StoredClaim,
  alignment: Alignment,
  found: readonly Difference[],
  close: number,
): Relation | null {
  const counted = runsOn(claim) || runsOn(candidate)
  if (!only(found, 'number', 'speaker', ...(counted ? (['time'] as const) : [])) || close < SAME_SERIES) return null
  const number = found.find(({ kind }) => kind === 'number')
  const relation = relateFigures(claim, candidate)
  if (number && onlyDurations(claim, candidate, number)) return lastedLonger(claim, candidate, number, close)
  if (relation?.kind === 'older')
    return { verdict: 'repeat', score: close, because: because.olderFigure(relation.figure, relation.point) }
  const stands = relation?.kind === 'known' || (relation?.kind === 'same' && !number && toldAlready(relation, close))
  if (stands) return { verdict: 'repeat', score: close, because: because.sameFigure(relation.figure, relation.point) }
  if (relation?.kind === 'changed') {
    const { figure, point, source } = relation
    if (source !== 'other')
      return { verdict: 'update', score: close, because: because.newFigure(figure, point, source === 'same') }
    if (close < SAME_MATTER && !hasSide(figure.of)) return null
    return { verdict: 'contradiction', score: close, because: because.competing(figure, point, claim, candidate) }
  }
  const added = addedFigure(claim, alignment)
  if (!number && relation === null && added && close >= SAME_MATTER)
    return { verdict: 'update', score: close, because: because.addsFigure(added) }
  return null
}

/** "By Monday", "rose to", "in total": a count up to a time, which a later count replaces. */
const runsOn = ({ proposition }: IncomingClaim) =>
  /(?:^| )(?:(?:by|of|sinc) @|(?:toll|total|number|rise|far)(?: |$))/.test(proposition.words)

/** One source's count of the dead is one claim, however it is worded; small counts can agree by chance. */
function toldAlready({ figure, source }: { figure: FigureSlot; source: Source }, close: number): boolean {
  if (source === 'nobody' || source === 'other') return false
  const toll = isToll(figure) && figure.value >= LEAST_TOLL
  return toll ? close >= (source === 'same' ? SAME_SERIES : SAME_MATTER) : source === 'same' && close >= ALMOST_SAME
}
const LEAST_TOLL = 10
const ALMOST_SAME = 0.8

const hasSide = (of: string | undefined) => of?.includes(' ') ?? false

function lastedLonger(
  claim: IncomingClaim,
  candidate: StoredClaim,
  number: Difference,
  close: number,
): Relation | null {
  const passed = Date.parse(claim.publishedAt ?? '') - Date.parse(candidate.publishedAt ?? '')
  if (close < SAME_MATTER || !(passed > 0) || Number(number.is) < Number(number.was)) return null
  return { verdict: 'repeat', score: close, because: because.longer(number) }
}

function byDifference(
  claim: IncomingClaim,
  candidate: StoredClaim,
  alignment: Alignment,
  found: readonly Difference[],
  close: number,
): Relation | null {
  if (
    holds(claim, candidate, alignment, close) &&
    found.some(({ kind }) => kind === 'negation' || kind === 'opposite') &&
    only(found, 'negation', 'opposite', 'speaker', 'status')
  )
    return isFact(claim) ? { verdict: 'contradiction', score: close, because: because.opposite(candidate) } : null
  if (close < SAME_MATTER) return null
  const status = found.find(({ kind }) => kind === 'status')
  if (!status || status.was === 'question' || status.is === 'question' || !only(found, 'status', 'speaker', 'time'))
    return null
  const earlier =
    claim.publishedAt !== null && candidate.publishedAt !== null && claim.publishedAt < candidate.publishedAt
  // An old plan that arrives after the deed tells nothing; the deed after the plan does.
  if (earlier)
    return FACTS.has(status.was) ? { verdict: 'repeat', score: close, because: because.older(candidate) } : null
  return FACTS.has(status.is) ? { verdict: 'update', score: close, because: because.status(status) } : null
}

/** Whether two claims are near enough to contradict: the same but for it, or one verb and most of the shorter one's words. */
function holds(
  { proposition: is }: IncomingClaim,
  { proposition: was }: StoredClaim,
  alignment: Alignment,
  close: number,
): boolean {
  const verbs = new Set(was.actions.map(bareVerb))
  const sharesVerb = is.actions.some(action => verbs.has(bareVerb(action)))
  const [least, most] = sharesVerb ? [0.45, 0.7] : [SAME_MATTER, 0.8]
  return close >= least && Math.max(...shares(alignment)) >= most
}
const bareVerb = (action: string) => action.replace(/^[+!~?*^]*/, '')

/** A count that only the new claim gives: where the other has none to compare with, it adds one. */
function addedFigure(claim: IncomingClaim, { onlyB }: Alignment): FigureSlot | undefined {
  return claim.proposition.figures.find(
    figure => isSeries(figure) && onlyB.some(word => word.kind === 'number' && Number(word.key) === figure.value),
  )
}

/** A demand, a supposition or a question is never held against a fact. */
const isFact = ({ proposition }: IncomingClaim) =>
  !['demanded', 'hypothetical', 'question'].includes(proposition.modality)
