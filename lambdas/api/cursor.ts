import { createHash } from 'node:crypto'
import * as z from 'zod'
import { badRequest } from './problem.ts'

const Position = z.strictObject({
  /** Sort key of the last row that was given: a time and an id. */
  after: z
    .string()
    .max(400)
    .regex(/^\d{4}-[\x20-\x7e]+$/)
    .optional(),
  /** How many of its items, where it wasn't given whole; else 0. */
  skip: z.number().int().min(0),
})
export type Position = z.infer<typeof Position>
const Sealed = Position.extend({ filters: z.string() })

/** What the walk is bound to; a row between `since` and `until` only can be the last one. */
type Filters = { since: string | undefined; until: string | undefined }
const START: Position = { skip: 0 }

/** Opaque to callers, and bound to the filters it was made under. */
export const sealCursor = (position: Position, filters: unknown): string =>
  Buffer.from(JSON.stringify({ ...position, filters: hash(filters) })).toString('base64url')

/** @throws {Problem} 400 for a cursor that is broken or of other filters. */
export function openCursor(cursor: string | undefined, filters: Filters): Position {
  if (cursor === undefined) return START
  const sealed = Sealed.safeParse(parse(cursor))
  if (!sealed.success || !isWithin(sealed.data.after, filters)) {
    throw badRequest('The cursor is broken: take it from the “next” of an answer.', 'cursor')
  }
  const { filters: sealedFor, ...position } = sealed.data
  if (sealedFor !== hash(filters)) {
    throw badRequest('The cursor belongs to other filters: keep them while you walk the pages.', 'cursor')
  }
  return position
}

const isWithin = (after: string | undefined, { since, until }: Filters): boolean =>
  after === undefined || ((since === undefined || after >= since) && (until === undefined || after < until))

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

const hash = (filters: unknown): string =>
  createHash('sha256').update(JSON.stringify(filters)).digest('base64url').slice(0, 12)
