import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An RFC 9457 problem: a request that can't be answered, and what to change. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly title: string
  /** The query parameter or body field at fault. */
  readonly field: string | undefined

  constructor(status: ContentfulStatusCode, code: string, title: string, detail: string, field?: string) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.title = title
    this.field = field
  }

  toResponse(): Response {
    const { status, code, title, message, field } = this
    const body = { type: `urn:claimwire:problem:${code}`, title, status, detail: message, ...(field && { field }) }
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })
  }
}

export const notFound = (detail: string): Problem => new Problem(404, 'not-found', 'Not found', detail)
export const badRequest = (detail: string, field?: string): Problem =>
  new Problem(400, 'bad-request', 'The request can’t be answered as it is', detail, field)
