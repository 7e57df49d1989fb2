import type { FigureKind } from '../extract/types.ts'
import type { Difference } from './difference.ts'
import { synonymous } from './lexicon.ts'
import { sideOf } from './sides.ts'
import { sameSource } from './speakers.ts'
import { stem } from './stem.ts'
import type { FigureSlot, IncomingClaim, SeriesPoint, StoredClaim } from './types.ts'

/** The same speaker or side; open where only one of the two is named; nobody where neither is. */
export type Source = 'same' | 'open' | 'nobody' | 'other'
/** How a claim's figures stand to what a candidate's series has had. */
export type FigureRelation =
  /** The value that stands. */
  | { kind: 'same'; figure: FigureSlot; point: SeriesPoint; source: Source }
  /** A value that stood before the one that stands. */
  | { kind: 'known'; figure: FigureSlot; point: SeriesPoint }
  /** Another value, from the same source or from another. */
  | { kind: 'changed'; figure: FigureSlot; point: SeriesPoint; source: Source }
  /** The claim's article is older than the value that stands. */
  | { kind: 'older'; figure: FigureSlot; point: SeriesPoint }

/** A value that a series had stays a repeat for as long as slower outlets may still print it. */
const LAG_MS = 3 * 86_400_000
/** Of these, another number says nothing new of what happened: a blockade grows longer by itself. */
const NO_SERIES = new Set(['duration', 'distance'])

const TOLLS: ReadonlySet<FigureKind> = new Set(['killed', 'wounded', 'displaced', 'detained'])
export const isToll = ({ kind }: FigureSlot): boolean => TOLLS.has(kind)
export const isSeries = ({ kind }: FigureSlot): boolean => !NO_SERIES.has(kind)

/** The relation of the first figure that both have; a change is told before what stayed. Null where none is comparable. */
export function relateFigures(claim: IncomingClaim, candidate: StoredClaim): FigureRelation | null {
  const points = [
    ...(candidate.untold ? [] : candidate.proposition.figures.map(figure => ({ figure, at: candidate.publishedAt }))),
    ...(candidate.series ?? []),
  ]
  let same: FigureRelation | null = null
  for (const figure of claim.proposition.figures) {
    if (!isSeries(figure)) continue
    const moved = figure.kind === 'other' || figure.kind === 'displaced'
    if (moved && isStuck(claim) !== isStuck(candidate)) continue
    const series = points.filter(point => comparable(figure, point.figure)).sort(byTime)
    const latest = series.at(-1)
    if (!latest) continue
    const known = series.findLast(point => sameValue(figure, point.figure))
    const at = time(claim.publishedAt)
    const past = known && time(known.at) < time(latest.at)
    if (known && !past) same ??= { kind: 'same', figure, point: known, source: sourceOf(claim, candidate) }
    else if (known && !(at - time(latest.at) > LAG_MS)) same ??= { kind: 'known', figure, point: known }
    else if (at < time(latest.at)) return { kind: 'older', figure, point: latest }
    else return { kind: 'changed', figure, point: latest, source: sourceOf(claim, candidate) }
  }
  return same
}

/** "190 are stranded" and "6,650 crossed" count other people. */
const isStuck = ({ proposition }: IncomingClaim) => STUCK.test(proposition.words)
const STUCK = new RegExp(
  `(?:^| )(?:${['strand', 'stranded', 'trap', 'stuck', 'stick', 'besiege'].map(stem).join('|')})(?: |$)`,
)

const time = (at: string | null) => (at === null ? Number.NaN : Date.parse(at))
const byTime = (a: SeriesPoint, b: SeriesPoint) => (time(a.at) || 0) - (time(b.at) || 0)

function sourceOf({ proposition: is }: IncomingClaim, { proposition: was }: StoredClaim): Source {
  if (!sameSource(was, is)) return 'other'
  if (was.speaker === null && is.speaker === null) return 'nobody'
  return was.speaker === null || is.speaker === null ? 'open' : 'same'
}

/** The same kind, unit and object; "Armenian soldiers" aren't "Azerbaijani soldiers". */
export function comparable(a: FigureSlot, b: FigureSlot): boolean {
  if (a.unit !== b.unit || !(a.kind === b.kind || (a.unit === 'person' && arrivals(a) && arrivals(b)))) return false
  const [of, other] = [counted(a), counted(b)]
  if (of === undefined || other === undefined) return a.kind !== 'other' || of === other
  const [x, y] = [of.split(' '), other.split(' ')]
  const [one, two] = [x.find(isSide), y.find(isSide)]
  if (one !== undefined && two !== undefined && one !== two) return false
  return alike(x.at(-1)!, y.at(-1)!) || (a.kind !== 'other' && (GENERAL.has(x.at(-1)!) || GENERAL.has(y.at(-1)!)))
}
/** "1,100 had left", "the number of people who have left": of people, where nothing else is said. */
const counted = ({ unit, of }: FigureSlot) => of ?? (unit === 'person' ? 'person' : undefined)
/** "Fled", "crossed", "entered": one count of people on the move. */
const arrivals = ({ kind }: FigureSlot) => kind === 'displaced' || kind === 'other'
const isSide = (word: string) => sideOf(word.replaceAll('_', ' ')) === word
const alike = (a: string, b: string) => a === b || synonymous(a, b)
const GENERAL = new Set(['person', 'casualti', 'toll', 'victim', 'life', 'other'])

/** How far a rounded number may lie from what it rounds: "almost 8,000" and "7,900". */
const ROUNDING = 0.02

/** One value under another hedge is the same; so are a value and what rounds it, and two ranges that touch. */
export function sameValue(a: FigureSlot, b: FigureSlot): boolean {
  if (a.value === b.value) return true
  if ((a.qualifier === 'about') !== (b.qualifier === 'about'))
    return Math.abs(a.value - b.value) <= ROUNDING * Math.max(a.value, b.value)
  if (a.qualifier !== 'range' && b.qualifier !== 'range' && a.qualifier !== 'vague' && b.qualifier !== 'vague')
    return false
  return (a.low ?? a.value) <= (b.high ?? b.value) && (b.low ?? b.value) <= (a.high ?? a.value)
}

/** Whether the numbers that differ are only durations: "nine-month" turning "ten-month". */
export function onlyDurations(
  { proposition: is }: IncomingClaim,
  { proposition: was }: StoredClaim,
  found: Difference,
): boolean {
  const counts = (figures: readonly FigureSlot[], value: string) =>
    figures.some(figure => figure.kind === 'duration' && figure.value === Number(value))
  return counts(was.figures, found.was) && counts(is.figures, found.is)
}
