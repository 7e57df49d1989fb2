const ISO = /^\d{4}-\d\d-\d\d$/
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** "2023-09-22", not "friday". */
export const isDay = (time: string): boolean => ISO.test(time)

/** Two times of the same grain of which neither text has the other's: another day, another month, another year. */
export function differentTimes(was: readonly string[], is: readonly string[]): readonly [string, string] | null {
  for (const grain of [dayOf, monthOf, yearOf, relativeOf]) {
    const before = was.filter(time => grain(time) !== null)
    const after = is.filter(time => grain(time) !== null)
    if (before.length === 0 || after.length === 0) continue
    const same = before.some(x => after.some(y => agree(x, y)))
    if (!same) return [before[0]!, after[0]!]
  }
  return null
}

function dayOf(time: string): string | null {
  return ISO.test(time) || /^--\d\d-\d\d$/.test(time) || WEEKDAYS.includes(time) ? time : null
}
const relativeOf = (time: string) =>
  /^(?:today|tonight|yesterday|tomorrow|(?:last|next|this) \w+)$/.test(time) ? time : null
const monthOf = (time: string) => (/^(?:\d{4}|-)-\d\d$/.test(time) ? time : null)
const yearOf = (time: string) => (/^\d{4}$/.test(time) ? time : null)

/** "2023-09-22", "--09-22" and "friday" can be one day; "friday" and "--09-22" with no year may be. */
function agree(x: string, y: string): boolean {
  if (x === y || (relativeOf(x) !== null && relativeOf(y) !== null && SAME_DAY.has(x) && SAME_DAY.has(y))) return true
  if (x.startsWith('-') || y.startsWith('-'))
    return (
      WEEKDAYS.includes(x) || WEEKDAYS.includes(y) || x.replace(/^(?:\d{4}|-)/, '') === y.replace(/^(?:\d{4}|-)/, '')
    )
  return weekday(x) === weekday(y) && (WEEKDAYS.includes(x) || WEEKDAYS.includes(y))
}
const SAME_DAY = new Set(['today', 'tonight', 'this morning', 'this afternoon', 'this evening'])
const weekday = (time: string) => (ISO.test(time) ? WEEKDAYS[new Date(`${time}T00:00:00Z`).getUTCDay()]! : time)
