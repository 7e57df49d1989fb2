import type { Flags, Values } from '../args/flags.ts'
import { UsageError } from '../exit.ts'
import { apiFlags } from '../http/api-flags.ts'
import type { Walk } from './walk.ts'

export const pagingFlags = {
  limit: { value: 'N', about: 'at most so many (default 20)' },
  all: { about: 'all there are, printed as they come' },
  cursor: { value: 'CURSOR', about: 'where the last list ended' },
} as const satisfies Flags

export const timeFlags = {
  since: { value: 'DATE', about: 'only from this date on: 2023-09-22, or 12h, 7d, 2w for the last hours, days, weeks' },
  until: { value: 'DATE', about: 'only before this date' },
} as const satisfies Flags

/** Flags of every list. */
export const listFlags = { ...timeFlags, ...pagingFlags, ...apiFlags } as const satisfies Flags

const DEFAULT_LIMIT = 20
const MOST = 10_000
const HOURS = { h: 1, d: 24, w: 168 }

export function readWalk({ limit, all, cursor }: Values<typeof pagingFlags>): Walk {
  if (all && limit !== undefined) throw new UsageError('--all is without a limit: give --all or --limit, not both.')
  return { cursor, limit: all ? Number.POSITIVE_INFINITY : readLimit(limit) }
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit
  throw new UsageError(`--limit takes a whole number from 1 to ${MOST}; got '${text}'. For all there are: --all`)
}

/** `--since` and `--until` as the API takes them. */
export function readTimes({ since, until }: Values<typeof timeFlags>, now: Date) {
  return { since: readTime('--since', since, now), until: readTime('--until', until, now) }
}

function readTime(flag: string, text: string | undefined, now: Date): string | undefined {
  if (text === undefined) return undefined
  const [, count, unit] = /^(\d{1,5})([hdw])$/.exec(text) ?? []
  if (count)
    return new Date(now.getTime() - Number(count) * HOURS[unit as keyof typeof HOURS] * 3_600_000).toISOString()
  if (/^\d{4}-\d\d-\d\d(T|$)/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new UsageError(`${flag} takes a date such as 2023-09-22 or 2023-09-22T14:30Z, or 12h, 7d, 2w; got '${text}'.`)
}
