import * as z from 'zod'
import type { Deps } from './deps.ts'
import type { AnswerOf, Operation } from './reference/reference.ts'

export type Method = 'get' | 'post' | 'put' | 'delete'
type Shape = Readonly<Record<string, z.ZodType>>
type Output<S extends Shape> = z.output<z.ZodObject<S>>

/** What a request asks, read and checked. */
export interface Input<Params = unknown, Query = unknown, Body = unknown> {
  params: Params
  query: Query
  body: Body
  headers: Headers
}

/** An answer that is more than its body: headers, or another status than the route's own. */
export class Reply<Body> {
  readonly body: Body
  readonly headers: Record<string, string>
  readonly status: 201 | undefined

  constructor(body: Body, headers: Record<string, string>, status?: 201) {
    this.body = body
    this.headers = headers
    this.status = status
  }
}

interface Declaration<Op extends Operation, Params extends Shape, Query extends Shape, Body> {
  /** Names the route; its answer and examples stand in `reference/` under this name. */
  operation: Op
  method: Method
  /** As OpenAPI writes it: `/v1/claims/{id}`. */
  path: string
  summary: string
  description?: string
  /** Of an answer that went well; 200 where it isn't given. */
  status?: 200 | 201 | 202 | 204
  /** Where it may also be 201: something came to be. */
  creates?: boolean
  params?: Params
  query?: Query
  /** The body as JSON, checked. */
  json?: z.ZodType<Body>
  /** Or the body as bytes, at most MAX_UPLOAD_BYTES, which the route reads itself: the media types that it takes. */
  bytes?: readonly string[]
  /** The columns that a list has as CSV, as paths into an item: `article.source`. */
  csv?: readonly string[]
  /** Media type of an answer that is text and no JSON. */
  produces?: string
  answer(input: Input<Output<Params>, Output<Query>, Body>, deps: Deps): Promise<AnswerOf<Op> | Reply<AnswerOf<Op>>>
}

/** A route of the API, declared once: the app, docs/openapi.json and docs/api.md are made of it. */
export interface Route extends Omit<Declaration<Operation, Shape, Shape, unknown>, 'params' | 'query' | 'answer'> {
  params: z.ZodObject
  query: z.ZodObject
  answer(input: Input, deps: Deps): Promise<unknown>
}

type NoFields = Record<never, z.ZodType>

/**
 * @example
 * export const getTopic = route({
 *   operation: 'getTopic', method: 'get', path: '/v1/topics/{name}', summary: 'One watched topic',
 *   params: { name: TopicName },
 *   answer: async ({ params }, deps) => …,
 * })
 */
export const route = <Op extends Operation, P extends Shape = NoFields, Q extends Shape = NoFields, Body = unknown>(
  declared: Declaration<Op, P, Q, Body>,
): Route => ({
  ...declared,
  params: z.object(declared.params ?? {}),
  query: z.strictObject(declared.query ?? {}),
  answer: (input, deps) => declared.answer(input as Input<Output<P>, Output<Q>, Body>, deps),
})
