import * as z from 'zod'

/** A time without a zone is taken as UTC, wherever this runs. */
const inUtc = (text: string): string => (/T[\d:.]+$/.test(text) ? `${text}Z` : text)

export const day = z
  .string()
  .refine(
    text => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(inUtc(text))),
    'expected a date such as 2023-09-24 or 2023-09-24T10:00:00Z',
  )
  .transform(text => new Date(inUtc(text)).toISOString())

/** What every list takes. */
export const listFields = {
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('How many items at most.'),
  cursor: z.string().max(1000).optional().describe('The “next” of the page before, under the same filters.'),
  since: day.optional().describe('Only from this day or time on, by the article’s time.'),
  until: day.optional().describe('Only before this day or time.'),
}
export interface ListQuery extends Record<string, unknown> {
  limit: number
  cursor?: string | undefined
  since?: string | undefined
  until?: string | undefined
}

/** A filter on words: every one of them must be there. */
export const words = (about: string) => z.string().trim().min(1).max(200).optional().describe(about)
export const outlet = words('Words of the outlet’s name.')

export const holds = (text: string | null | undefined, query: string | undefined): boolean => {
  if (query === undefined) return true
  const haystack = (text ?? '').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every(word => haystack.includes(word))
}
