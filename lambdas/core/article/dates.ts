import { strict } from 'chrono-node/en'

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i
/** "04/05/2023" is April in one country and May in another: better no date than a wrong one. */
const AMBIGUOUS = /^(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|1[0-2])[/.-]\d{2,4}\b/
const LONGEST = 100

/**
 * A date in ISO 8601, UTC, or null where it can't be read. ISO forms as they are; "24 September 2023, 10:00 GMT" through
 * chrono. A time with no zone is taken as UTC. A date without day, month and year ("yesterday") is no date.
 */
export function readDate(given: string): string | null {
  const text = given.trim()
  if (text === '' || text.length > LONGEST || AMBIGUOUS.test(text)) return null
  const iso = ISO.exec(text)
  if (iso) return fromIso(iso)
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return null
  return fromProse(text)
}

function fromIso([, day, time = '00:00', zone = 'Z']: RegExpExecArray): string | null {
  const clock = time.replace(',', '.').replace(/(\.\d{3})\d+$/, '$1')
  const offset = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const date = new Date(`${day}T${clock}${offset}`)
  // V8 rolls 31 February over into March; such a day does not exist.
  const exists = new Date(`${day}T00:00Z`).toJSON()?.startsWith(day!)
  return exists ? date.toJSON() : null
}

function fromProse(text: string): string | null {
  const parts = strict.parse(text, { instant: new Date(0), timezone: 0 })[0]?.start
  if (!parts?.isCertain('year') || !parts.isCertain('month') || !parts.isCertain('day')) return null
  const at = (part: 'hour' | 'minute' | 'second') => (parts.isCertain(part) ? (parts.get(part) ?? 0) : 0)
  const local = Date.UTC(
    parts.get('year')!,
    parts.get('month')! - 1,
    parts.get('day')!,
    at('hour'),
    at('minute'),
    at('second'),
  )
  const offset = parts.isCertain('timezoneOffset') ? (parts.get('timezoneOffset') ?? 0) : 0
  return new Date(local - offset * 60_000).toJSON()
}
