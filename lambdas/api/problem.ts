import type { ContentfulStatusCode } from 'hono/utils/http-status'

interface More {
  /** The parameter or body field at fault. */
  field?: string | undefined
  /** What it may be, where that is a list. */
  allowed?: readonly string[] | undefined
  /** Of a file: each line at fault, and why. */
  problems?: readonly { line: number; reason: string }[] | undefined
  headers?: Record<string, string>
}

/** An RFC 9457 problem: a request that can't be answered, and what to change. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly title: string
  readonly more: More

  constructor(status: ContentfulStatusCode, code: string, title: string, detail: string, more: More = {}) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.title = title
    this.more = more
  }

  toResponse(): Response {
    const { status, code, title, message, more } = this
    const { headers, ...members } = more
    const body = { type: `urn:claimwire:problem:${code}`, title, status, detail: message, ...members }
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
    })
  }
}

export const notFound = (detail: string): Problem => new Problem(404, 'not-found', 'Not found', detail)
export const badRequest = (detail: string, field?: string, allowed?: readonly string[]): Problem =>
  new Problem(400, 'bad-request', 'The request can’t be answered as it is', detail, { field, allowed })
