import type { Term } from '../text/doc.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const SHORT = new Map([...WEEKDAYS, ...MONTHS].map(name => [name.slice(0, 3), name]))
SHORT.set('sept', 'september').delete('mar')
const OFFSETS = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])
const PERIODS = new Set([
  'week',
  'month',
  'year',
  'night',
  'morning',
  'afternoon',
  'evening',
  'weekend',
  'spring',
  'summer',
  'autumn',
  'fall',
  'winter',
])
const DAY_MS = 86_400_000
const pad = (n: number) => String(n).padStart(2, '0')

export interface Time {
  key: string
  /** Of a weekday alone: its day to come, which a plan means. */
  coming?: string
  first: number
  last: number
}

/**
 * The time that starts at `at`, or null. With a publication date (ISO 8601) the key is an ISO day, else what the words fix:
 * "friday", "--09-22", "2020", "last week". A weekday is the last one up to the day of publication, after "next" the coming one.
 */
export function readTime(terms: readonly Term[], at: number, to: number, publishedAt: string | null): Time | null {
  const word = clean(terms[at]!)
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt)
  const offset = OFFSETS.get(word)
  if (offset !== undefined)
    return { key: Number.isNaN(published) ? word : day(published + offset * DAY_MS), first: at, last: at + 1 }
  if (/^\d{4}-\d\d-\d\d$/.test(word)) return { key: word, first: at, last: at + 1 }
  return (
    readPeriod(terms, at, to) ??
    readWeekday(terms, at, to, published) ??
    readMonth(terms, at, to, published) ??
    readYear(terms, at, to)
  )
}

function readPeriod(terms: readonly Term[], at: number, to: number): Time | null {
  const which = clean(terms[at]!)
  if (at + 1 >= to || !['last', 'next', 'this'].includes(which)) return null
  const period = clean(terms[at + 1]!)
  return PERIODS.has(period) ? { key: `${which} ${period}`, first: at, last: at + 2 } : null
}

function readWeekday(terms: readonly Term[], at: number, to: number, published: number): Time | null {
  const which = clean(terms[at]!)
  const moved = (which === 'next' || which === 'last') && at + 1 < to
  const name = clean(terms[moved ? at + 1 : at]!)
  const weekday = WEEKDAYS.indexOf(SHORT.get(name) ?? name)
  if (weekday === -1 || !/^\p{Lu}/u.test(terms[moved ? at + 1 : at]!.text)) return null
  const last = moved ? at + 2 : at + 1
  if (Number.isNaN(published)) return { key: WEEKDAYS[weekday]!, first: at, last }
  const back = (new Date(published).getUTCDay() - weekday + 7) % 7
  const coming = day(published + (7 - back) * DAY_MS)
  if (which === 'next') return { key: coming, first: at, last }
  const key = day(published - back * DAY_MS)
  return moved || back === 0 ? { key, first: at, last } : { key, coming, first: at, last }
}

/** "September 22", "22 September 2023", "Sept. 22": with neither year nor publication the year is left open ("--09-22"). */
function readMonth(terms: readonly Term[], at: number, to: number, published: number): Time | null {
  const dayFirst = dayOf(terms[at]!)
  const monthAt = dayFirst === null ? at : at + 1
  if (monthAt >= to || !/^\p{Lu}/u.test(terms[monthAt]!.text)) return null
  const name = clean(terms[monthAt]!)
  const month = MONTHS.indexOf(SHORT.get(name) ?? name)
  if (month === -1) return null
  let last = monthAt + 1
  const dayAfter = dayFirst === null && last < to ? dayOf(terms[last]!) : null
  if (dayAfter !== null) last++
  const year = last < to ? yearOf(terms[last]!) : null
  if (year !== null) last++
  const date = dayFirst ?? dayAfter
  if (date === null && year === null && name === 'may') return null
  const guessed = year ?? (Number.isNaN(published) ? null : nearestYear(published, month, date ?? 15))
  return { key: `${guessed ?? '-'}-${pad(month + 1)}${date === null ? '' : `-${pad(date)}`}`, first: at, last }
}

/** "2020" is a year, "2000 people" a count. */
function readYear(terms: readonly Term[], at: number, to: number): Time | null {
  const year = at + 1 < to && terms[at + 1]!.tags.has('Plural') ? null : yearOf(terms[at]!)
  return year === null ? null : { key: String(year), first: at, last: at + 1 }
}

const clean = (term: Term) => term.text.toLowerCase().replace(/['’]s$|\.$/, '')
const day = (time: number) => new Date(time).toISOString().slice(0, 10)

function dayOf(term: Term): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(term.text.toLowerCase())
  const date = match ? Number(match[1]) : 0
  return date >= 1 && date <= 31 ? date : null
}

function yearOf(term: Term): number | null {
  const match = /^(1[89]\d\d|20\d\d)(?:['’]?s)?$/.exec(term.text)
  return match ? Number(match[1]) : null
}

function nearestYear(published: number, month: number, date: number): number {
  const year = new Date(published).getUTCFullYear()
  const gap = (y: number) => Math.abs(Date.UTC(y, month, date) - published)
  return [year - 1, year, year + 1].reduce((best, y) => (gap(y) < gap(best) ? y : best))
}
