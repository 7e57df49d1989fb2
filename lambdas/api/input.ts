import type { HonoRequest } from 'hono'
import type * as z from 'zod'
import { MAX_UPLOAD_BYTES } from '../core/article/article.ts'
import { badRequest, Problem } from './problem.ts'
import type { Input, Route } from './route.ts'

/** What a request asks of a route. @throws {Problem} that names the field at fault and what it may be. */
export async function readInput(route: Route, request: HonoRequest): Promise<Input> {
  return {
    params: check(route.params, request.param(), 'path parameter'),
    query: check(route.query, single(request.queries()), 'parameter'),
    body: await readBody(route, request),
    headers: request.raw.headers,
  }
}

function single(given: Record<string, string[]>): Record<string, string> {
  const twice = Object.entries(given).find(([, values]) => values.length > 1)
  if (twice) throw badRequest(`${twice[0]} was given ${twice[1].length} times; give it once.`, twice[0])
  return Object.fromEntries(Object.entries(given).map(([name, values]) => [name, values[0]!]))
}

async function readBody(route: Route, request: HonoRequest): Promise<unknown> {
  if (!route.json && !route.bytes) return undefined
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.length > MAX_UPLOAD_BYTES) throw tooLarge(body.length)
  if (!route.json) return body
  const type = (request.header('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase()
  // A page of another site can't send this type without asking first, so it can't write here.
  if (type !== 'application/json') {
    const detail = `The body is read as application/json only, not as ${type || 'a body without a content type'}.`
    throw new Problem(415, 'unsupported-type', 'The body can’t be read', detail, { allowed: ['application/json'] })
  }
  return check(route.json, parse(body), 'field')
}

function tooLarge(size: number): Problem {
  const [is, most] = [size, MAX_UPLOAD_BYTES].map(bytes => bytes.toLocaleString('en-US'))
  return new Problem(413, 'too-large', 'The body is too large', `The body has ${is} bytes; at most ${most} are read.`)
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw badRequest('The body is not valid JSON in UTF-8.')
  }
}

function check<Schema extends z.ZodType>(schema: Schema, given: unknown, what: string): z.output<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    const field = [...path, issue.keys[0]!].join('.')
    const allowed = path.length === 0 ? fieldsOf(schema) : undefined
    const known = allowed ? (allowed.length > 0 ? `; there are ${allowed.join(', ')}` : '; there are none here') : ''
    throw badRequest(`There is no ${what} “${field.slice(0, 100)}”${known}.`, field, allowed)
  }
  const field = path.join('.')
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : undefined
  throw badRequest(`${field || 'The body'}: ${issue.message}.`, field || undefined, allowed)
}

const fieldsOf = (schema: z.ZodType): string[] | undefined =>
  'shape' in schema ? Object.keys(schema.shape as object) : undefined
