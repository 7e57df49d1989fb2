import { UsageError } from '../exit.ts'
import type { Io } from '../io.ts'
import type { Connection } from './api-flags.ts'
import { callerOf } from './caller.ts'
import { ask, DEFAULT_URL, reach, unlike } from './send.ts'

export type Query = Record<string, string | undefined>
export interface Client {
  get: (path: string, query?: Query) => Promise<unknown>
  /** A page of a list as CSV with a header, and where the next begins. */
  csv: (path: string, query?: Query) => Promise<{ text: string; next: string | undefined }>
  post: (path: string, body: unknown, query?: Query) => Promise<unknown>
  /** JSON as text, so that the API's answer can name its lines. */
  put: (path: string, body: string) => Promise<unknown>
  delete: (path: string) => Promise<unknown>
  /** Puts a body where the API said, which takes no more of us than these headers. */
  upload: (url: string, headers: Record<string, string>, body: string) => Promise<void>
}

const JSON_BODY = { 'content-type': 'application/json' }

/** The API at `--api`, else at CLAIMWIRE_URL, else on this machine. */
export function connect(io: Io, given: Connection): Client {
  const base = baseUrl(given.api ?? (io.env.CLAIMWIRE_URL || DEFAULT_URL))
  const caller = callerOf(io, base, given)
  const send = async (method: string, url: URL, headers: Record<string, string>, body?: string) =>
    ask(io, caller, { method, url, headers, ...(body !== undefined && { body }) })
  const json = async (method: string, url: URL, body?: string) => {
    const response = await send(method, url, body === undefined ? {} : JSON_BODY, body)
    if (response.status === 204) return undefined
    return response.json().catch(() => Promise.reject(unlike(response, url)))
  }
  return {
    get: (path, query = {}) => json('GET', withQuery(base, path, query)),
    async csv(path, query = {}) {
      const url = withQuery(base, path, query)
      const response = await send('GET', url, { accept: 'text/csv' })
      if (!response.headers.get('content-type')?.startsWith('text/csv')) throw unlike(response, url)
      return { text: await response.text(), next: nextOf(response) }
    },
    post: (path, body, query = {}) => json('POST', withQuery(base, path, query), JSON.stringify(body)),
    put: (path, body) => json('PUT', withQuery(base, path, {}), body),
    delete: path => json('DELETE', withQuery(base, path, {})),
    async upload(url, headers, body) {
      const response = await reach(io, new URL(url), { method: 'PUT', headers, body })
      if (!response.ok) throw unlike(response, new URL(url))
    },
  }
}

function baseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw new UsageError(`'${text}' is no address of an API. Type one such as ${DEFAULT_URL}`)
}

/** A signature is over one way to write a URL: RFC 3986, where a space is %20 and never a plus. */
function withQuery(base: URL, path: string, query: Query): URL {
  const url = new URL(base)
  url.pathname = url.pathname.replace(/\/$/, '') + path
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${escaped(value)}`,
  )
  url.search = pairs.join('&')
  return url
}
const escaped = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** The cursor in `Link: </v1/claims?cursor=…>; rel="next"`. */
function nextOf({ headers }: Response): string | undefined {
  const [, target] = /<([^>]*)>; rel="next"/.exec(headers.get('link') ?? '') ?? []
  return target ? (new URL(target, DEFAULT_URL).searchParams.get('cursor') ?? undefined) : undefined
}
