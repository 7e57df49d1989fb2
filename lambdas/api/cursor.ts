import { createHash } from 'node:crypto'
import * as z from 'zod'
import { badRequest } from './problem.ts'

const Position = z.strictObject({
  /** Sort key of the last row that is done with. */
  after: z.string().max(300).optional(),
  /** Items of the row behind it that were given out already. */
  skip: z.number().int().min(0),
})
export type Position = z.infer<typeof Position>
const Sealed = Position.extend({ filters: z.string() })

const START: Position = { skip: 0 }

/** Opaque to callers, and bound to the filters it was made under. */
export const sealCursor = (position: Position, filters: unknown): string =>
  Buffer.from(JSON.stringify({ ...position, filters: hash(filters) })).toString('base64url')

/** @throws {Problem} 400 for a cursor that is broken or of other filters. */
export function openCursor(cursor: string | undefined, filters: unknown): Position {
  if (cursor === undefined) return START
  const sealed = Sealed.safeParse(parse(cursor))
  if (!sealed.success) throw badRequest('The cursor is broken: take it from the “next” of an answer.', 'cursor')
  const { filters: sealedFor, ...position } = sealed.data
  if (sealedFor !== hash(filters)) {
    throw badRequest('The cursor belongs to other filters: keep them while you walk the pages.', 'cursor')
  }
  return position
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

const hash = (filters: unknown): string =>
  createHash('sha256').update(JSON.stringify(filters)).digest('base64url').slice(0, 12)
