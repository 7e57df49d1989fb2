import * as z from 'zod'
import { badRequest } from './problem.ts'

const day = z
  .string()
  .refine(
    text => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)),
    'expected a date such as 2023-09-24',
  )
  .transform(text => new Date(text).toISOString())

/** What every list takes. */
export const listFields = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(1000).optional(),
  since: day.optional(),
  until: day.optional(),
}
export interface ListQuery extends Record<string, unknown> {
  limit: number
  cursor?: string | undefined
  since?: string | undefined
  until?: string | undefined
}

/** A filter on words: every one of them must be there. */
export const words = z.string().trim().min(1).max(200).optional()

export const holds = (text: string | null | undefined, query: string | undefined): boolean => {
  if (query === undefined) return true
  const haystack = (text ?? '').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every(word => haystack.includes(word))
}

/** @throws {Problem} 400 naming the parameter and what it may be. */
export function readQuery<Schema extends z.ZodType>(schema: Schema, given: Record<string, string>): z.output<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  if (issue.code === 'unrecognized_keys') {
    const known = schema instanceof z.ZodObject ? Object.keys(schema.shape).join(', ') : ''
    throw badRequest(`There is no parameter “${issue.keys[0]}”; there are ${known}.`, issue.keys[0])
  }
  const field = issue.path.join('.')
  throw badRequest(`${field}: ${issue.message}.`, field)
}
