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
  nothing: () => 'nothing like it was claimed before',
  sameWords: (was: StoredClaim) => `already claimed in the same words${on(was.publishedAt)}`,
  reworded: (was: StoredClaim) => `already claimed in other words by ${by(was)}${on(was.publishedAt)}`,
  joined: (parts: readonly StoredClaim[]) =>
    `joins what was claimed already: ${parts.map(part => `by ${by(part)}${on(part.publishedAt)}`).join(', and ')}`,
  sameFigure: (figure: FigureSlot, was: SeriesPoint) =>
    `the same figure was given${on(was.at) || ' before'}: ${shown(figure)}`,
  newFigure: (figure: FigureSlot, was: SeriesPoint, same: boolean) =>
    `new figure${same ? ' from the same source' : ''}: ${shown(figure)}, was ${point(was)}`,
  addsFigure: (figure: FigureSlot) => `adds a figure to an earlier claim: ${shown(figure)}${counted(figure)}`,
  olderFigure: (figure: FigureSlot, was: SeriesPoint) =>
    `an older figure: ${shown(figure)}, since replaced by ${point(was)}`,
  older: (was: StoredClaim) => `older than what ${by(was)} said${on(was.publishedAt)}`,
  longer: ({ was, is }: Difference) => `only how long it has lasted is new: ${is}, was ${was}`,
  competing: (figure: FigureSlot, was: SeriesPoint, claim: IncomingClaim, stored: StoredClaim) =>
    `another figure for the same thing: ${by(claim)} says ${shown(figure)}, ${by(stored)} said ${point(was)}`,
  opposite: (was: StoredClaim) => `says the opposite of what ${by(was)} said${on(was.publishedAt)}`,
  status: ({ was, is }: Difference) => `was ${STATUS[was] ?? was}, is now ${STATUS[is] ?? is}`,
  differs: (found: Difference, claim: IncomingClaim, stored: StoredClaim) =>
    `differs from the nearest earlier claim in ${WHAT[found.kind]}${told(found, claim, stored)}`,
  resembles: (was: StoredClaim) => `much like what ${by(was)} said${on(was.publishedAt)}, but not the same`,
}

/** A modality, or the status of a verb, in words. */
const STATUS: Record<string, string> = { asserted: 'stated as a fact', hypothetical: 'only supposed' }

const KINDS = new Set<string>(['killed', 'wounded', 'displaced', 'detained'])
const counted = ({ kind }: FigureSlot) => (KINDS.has(kind) ? ` ${kind}` : '')

const WHAT: Record<Difference['kind'], string> = {
  number: 'the figure',
  negation: 'whether it is so',
  opposite: 'what happened',
  status: 'its status',
  speaker: 'who says it',
  actor: 'who or what it is about',
  roles: 'who did it to whom',
  word: 'what happened',
  place: 'the place',
  time: 'the time',
}

/** ": Goris, not Kapan"; nothing where one of the two can't be named. */
function told({ kind, was, is }: Difference, claim: IncomingClaim, stored: StoredClaim): string {
  const words = kind === 'speaker' ? [by(claim), by(stored)] : [is, was].map(word => readable(kind, word))
  return words.includes('') ? '' : `: ${words.join(', not ')}`
}
const NAMED = /^[\p{L}\d][\p{L}\d_.-]+$/u
const DAY = /^\d{4}-\d\d-\d\d$/

function readable(kind: Difference['kind'], word: string): string {
  if (kind === 'number') return Number.isNaN(Number(word)) ? word : number(Number(word))
  if (kind === 'status') return STATUS[word] ?? word
  if (kind === 'time') return DAY.test(word) ? shortDate(word) : capital(word)
  return NAMED.test(word) ? word.replaceAll('_', ' ') : ''
}
/** "Friday"; the empty string of a day without its year. */
const capital = (word: string) => (NAMED.test(word) ? word.replace(/^\p{Ll}/u, letter => letter.toUpperCase()) : '')
