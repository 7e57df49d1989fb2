import type { Alignment } from './align.ts'
import { because } from './because.ts'
import { SAME_MATTER } from './closeness.ts'
import type { Difference } from './difference.ts'
import { isSeries, isToll, onlyDurations, relateFigures, type Source } from './figures.ts'
import { addsDeed } from './joints.ts'
import { type Comparison, only, type Relation } from './relation.ts'
import type { FigureSlot, IncomingClaim, SeriesPoint } from './types.ts'

/** Figures of one kind, object and source hold claims together that share fewer words. */
const SAME_SERIES = 0.35

/** What the figures of two claims make of them, where nothing else keeps the two apart. */
export function byFigure(pair: Comparison): Relation | null {
  const { claim, candidate, alignment, differences, close } = pair
  const counted = runsOn(claim) || runsOn(candidate)
  if (!only(differences, 'number', 'speaker', ...(counted ? (['time'] as const) : [])) || close < SAME_SERIES)
    return null
  const number = differences.find(({ kind }) => kind === 'number')
  const relation = relateFigures(claim, candidate)
  if (number && onlyDurations(claim, candidate, number)) return lastedLonger(pair, number)
  const settled = addsDeed(claim.proposition, alignment) ? null : relation
  if (settled?.kind === 'older') return older(settled, close)
  const stands = settled?.kind === 'known' || (settled?.kind === 'same' && !number && toldAlready(settled, close))
  if (stands) return { verdict: 'repeat', score: close, because: because.sameFigure(settled.figure, settled.point) }
  if (relation?.kind === 'changed') {
    const { figure, point, source } = relation
    if (source !== 'other')
      return { verdict: 'update', score: close, because: because.newFigure(figure, point, source === 'same') }
    if (close < SAME_MATTER && !hasSide(figure.of)) return null
    return { verdict: 'contradiction', score: close, because: because.competing(figure, point, claim, candidate) }
  }
  const added = addedFigure(claim, alignment)
  if (!number && relation === null && added && close >= SAME_MATTER)
    return { verdict: 'update', score: close, because: because.addsFigure(added), minor: true }
  return null
}

/** Outdated by what stands; but where it is the higher one, nobody has been told of it, and a newer article may yet tell it. */
const older = ({ figure, point }: { figure: FigureSlot; point: SeriesPoint }, score: number): Relation => ({
  verdict: 'repeat',
  score,
  because: because.olderFigure(figure, point),
  ...(figure.value > point.figure.value && { untold: true }),
})

/** "By Monday", "rose to", "in total": a count up to a time, which a later count replaces. */
const runsOn = ({ proposition }: IncomingClaim) =>
  /(?:^| )(?:(?:by|of|sinc) @|(?:toll|total|number|rise|far)(?: |$))/.test(proposition.words)

/** One source's count of the dead is one claim, however it is worded; small counts can agree by chance. */
function toldAlready({ figure, source }: { figure: FigureSlot; source: Source }, close: number): boolean {
  if (source === 'nobody' || source === 'other') return false
  const toll = isToll(figure) && figure.value >= LEAST_TOLL
  return toll ? close >= (source === 'same' ? SAME_SERIES : SAME_MATTER) : close >= ALMOST_SAME
}
const LEAST_TOLL = 10
const ALMOST_SAME = 0.8

const hasSide = (of: string | undefined) => of?.includes(' ') ?? false

function lastedLonger({ claim, candidate, close }: Comparison, number: Difference): Relation | null {
  const passed = Date.parse(claim.publishedAt ?? '') - Date.parse(candidate.publishedAt ?? '')
  if (close < SAME_MATTER || !(passed > 0) || Number(number.is) < Number(number.was)) return null
  return { verdict: 'repeat', score: close, because: because.longer(number) }
}

/** A count that only the new claim gives: where the other has none to compare with, it adds one. */
function addedFigure(claim: IncomingClaim, { onlyB }: Alignment): FigureSlot | undefined {
  return claim.proposition.figures.find(
    figure => isSeries(figure) && onlyB.some(word => word.kind === 'number' && Number(word.key) === figure.value),
  )
}
