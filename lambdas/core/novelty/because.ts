import type { Difference } from './difference.ts'
import type { FigureSlot, IncomingClaim, SeriesPoint, StoredClaim } from './types.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "22 Sep"; the empty string where there is no date. */
export function shortDate(at: string | null): string {
  const date = at === null ? null : new Date(at)
  return date === null || Number.isNaN(date.getTime()) ? '' : `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
}

/** "1,200": `toLocaleString` would take longer than the judging. */
const number = (n: number) => String(n).replace(/^-?\d+/, digits => digits.replace(/\B(?=(?:\d{3})+$)/g, ','))

/** "at least 1,200"; "60 to 80". */
export function shown({ value, low, high, qualifier = 'exact' }: FigureSlot): string {
  if (qualifier === 'range' && low !== undefined && high !== undefined) return `${number(low)} to ${number(high)}`
  return qualifier === 'exact' || qualifier === 'range' || qualifier === 'vague'
    ? number(value)
    : `${qualifier} ${number(value)}`
}
const on = (at: string | null) => (shortDate(at) === '' ? '' : ` on ${shortDate(at)}`)
const point = ({ figure, at }: SeriesPoint) => `${shown(figure)}${on(at)}`
const by = (claim: IncomingClaim) => claim.speaker ?? claim.outlet ?? 'the outlet'

export const because = {
  nothing: () => 'nothing like it stands',
  sameWords: (was: StoredClaim) => `the same words stand${on(was.publishedAt)}`,
  reworded: (was: StoredClaim) => `the same in other words as what ${by(was)} said${on(was.publishedAt)}`,
  sameFigure: (figure: FigureSlot, was: SeriesPoint) =>
    `the same figure: ${shown(figure)}, given${on(was.at) || ' before'}`,
  newFigure: (figure: FigureSlot, was: SeriesPoint, same: boolean) =>
    `new figure${same ? ' from the same source' : ''}: ${shown(figure)}, was ${point(was)}`,
  addsFigure: (figure: FigureSlot) => `adds a figure: ${shown(figure)}${figure.of ? '' : ` ${figure.kind}`}`.trimEnd(),
  olderFigure: (figure: FigureSlot, was: SeriesPoint) =>
    `older than what stands: ${shown(figure)}, where ${point(was)} stands`,
  older: (was: StoredClaim) => `older than what stands${on(was.publishedAt)}`,
  longer: ({ was, is }: Difference) => `only a duration has grown: ${is}, was ${was}`,
  competing: (figure: FigureSlot, was: SeriesPoint, claim: IncomingClaim, stored: StoredClaim) =>
    `another figure for the same: ${by(claim)} says ${shown(figure)}, ${by(stored)} said ${point(was)}`,
  opposite: (was: StoredClaim) => `says the opposite of what ${by(was)} said${on(was.publishedAt)}`,
  status: ({ was, is }: Difference) => `was ${was}, is now ${is === 'asserted' ? 'stated as a fact' : is}`,
  differs: ({ kind, was, is }: Difference) => `the nearest claim differs in ${WHAT[kind]}${told(was, is)}`,
  lessAlike: () => 'the nearest claim says something else',
}

const WHAT: Record<Difference['kind'], string> = {
  number: 'the figure',
  negation: 'yes or no',
  opposite: 'what happened',
  status: 'status',
  speaker: 'who says it',
  actor: 'who or what it is about',
  roles: 'who did it to whom',
  word: 'what happened',
  place: 'the place',
  time: 'the time',
}
const NAMED = /^[\p{L}\d_.-]{2,}$/u
const told = (was: string, is: string) =>
  NAMED.test(was) && NAMED.test(is) ? `: ${is}, not ${was}`.replaceAll('_', ' ') : ''
