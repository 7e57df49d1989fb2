import { CliError, exit, UsageError } from '../exit.ts'
import type { Io } from '../io.ts'

const DEFAULT_URL = 'http://127.0.0.1:8787'
const TIMEOUT_MS = 30_000

type Query = Record<string, string | undefined>
export interface Client {
  get: (path: string, query?: Query) => Promise<unknown>
  post: (path: string, body: unknown, query?: Query) => Promise<unknown>
  /** JSON as text, so that the API's answer can name its lines. */
  put: (path: string, body: string) => Promise<unknown>
  delete: (path: string) => Promise<unknown>
}

interface LineProblem {
  line: number
  reason: string
}

/** The API said no; `status` is HTTP's. */
export class Refused extends CliError {
  override name = 'Refused'
  readonly status: number
  /** Of a file: each line at fault. */
  readonly problems: readonly LineProblem[]

  constructor(status: number, message: string, problems: readonly LineProblem[] = []) {
    super(message, status === 400 ? exit.usage : exit.failed)
    this.status = status
    this.problems = problems
  }
}

/** The API at `--api`, else at CLAIMWIRE_URL, else on this machine. */
export function connect(io: Io, given: string | undefined): Client {
  const base = baseUrl(given ?? (io.env.CLAIMWIRE_URL || DEFAULT_URL))
  return {
    get: (path, query = {}) => send(io, withQuery(base, path, query), { method: 'GET' }),
    post: (path, body, query = {}) =>
      send(io, withQuery(base, path, query), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    put: (path, body) =>
      send(io, withQuery(base, path, {}), { method: 'PUT', headers: { 'content-type': 'application/json' }, body }),
    delete: path => send(io, withQuery(base, path, {}), { method: 'DELETE' }),
  }
}

function baseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw new UsageError(`'${text}' is no address of an API. Type one such as ${DEFAULT_URL}`)
}

function withQuery(base: URL, path: string, query: Query): URL {
  const url = new URL(base)
  url.pathname = url.pathname.replace(/\/$/, '') + path
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value)
  return url
}

async function send(io: Io, url: URL, request: RequestInit): Promise<unknown> {
  const response = await reach(io, url, request)
  if (response.status === 204) return undefined
  const body = await jsonOf(response)
  if (response.ok && body !== undefined) return body
  if (!response.ok && isProblem(body)) {
    throw new Refused(response.status, body.detail ? `${body.title}: ${body.detail}` : body.title, body.problems)
  }
  throw new Refused(
    response.status,
    `${url.origin} answered ${response.status}, and not as Claimwire does. Is the address right? See --api`,
  )
}

async function reach(io: Io, url: URL, request: RequestInit): Promise<Response> {
  try {
    return await io.fetch(url, { ...request, signal: AbortSignal.any([io.signal, AbortSignal.timeout(TIMEOUT_MS)]) })
  } catch (cause) {
    const why =
      (cause as Error).name === 'TimeoutError' ? `did not answer in ${TIMEOUT_MS / 1000} s` : "can't be reached"
    const start =
      url.origin === new URL(DEFAULT_URL).origin ? 'Start it with: npm start' : 'Is the address right? See --api'
    throw new CliError(`the API at ${url.origin} ${why}. ${start}`, exit.unreachable, { cause })
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

function isProblem(body: unknown): body is { title: string; detail?: string; problems?: LineProblem[] } {
  return typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string'
}
