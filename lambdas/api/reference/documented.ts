import type * as z from 'zod'

/** A request that shows what a route does. A test runs it on the articles of `fixtures/`. */
export interface Example {
  params?: Record<string, string>
  query?: Record<string, string>
  /** A string is sent as it is. */
  body?: unknown
  /** Of the body; application/json where it isn't given. */
  contentType?: string
}
export interface Documented {
  /** What the route answers when all goes well. */
  answer: z.ZodType
  /** By what they ask: "the latest claims on the corridor". */
  examples: Record<string, Example>
}
export type Documentation = Record<string, Documented>
