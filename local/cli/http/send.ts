import { CliError, exit } from '../exit.ts'
import type { Io } from '../io.ts'
import type { Caller } from './caller.ts'
import { isProblem, problemText, Refused } from './refused.ts'
import type { Unsigned } from './sign.ts'

export const DEFAULT_URL = 'http://127.0.0.1:8787'
const TIMEOUT_MS = 30_000
/** AWS takes signatures that are at most five minutes off. */
const MOST_CLOCK_MS = 300_000

/** The API is not there, or not in time: worth another try. */
export class Unreachable extends CliError {
  override name = 'Unreachable'

  constructor(message: string, cause: unknown) {
    super(message, exit.unreachable, { cause })
  }
}

/** Sends a request as the caller; gives only answers that went well. @throws {Refused} @throws {Unreachable} */
export async function ask(io: Io, caller: Caller, request: Unsigned): Promise<Response> {
  const { url, method, body } = request
  const headers = await caller.headersOf(request)
  // A redirect would carry the signature or the token elsewhere.
  const response = await reach(io, url, { method, headers, redirect: 'manual', ...(body !== undefined && { body }) })
  if (response.ok) return response
  const { status } = response
  const problem: unknown = await response.json().catch(() => undefined)
  if (isProblem(problem)) {
    throw new Refused(status, problemText(problem, url.searchParams.get(problem.field ?? '')), problem.problems)
  }
  if (status === 401 || status === 403) throw denied(response, caller, url, io)
  throw unlike(response, url)
}

/** @throws {Unreachable} */
export async function reach(io: Io, url: URL, request: RequestInit): Promise<Response> {
  try {
    return await io.fetch(url, { ...request, signal: AbortSignal.any([io.signal, AbortSignal.timeout(TIMEOUT_MS)]) })
  } catch (cause) {
    const why =
      (cause as Error).name === 'TimeoutError' ? `did not answer in ${TIMEOUT_MS / 1000} s` : "can't be reached"
    const start =
      url.origin === new URL(DEFAULT_URL).origin ? 'Start it with: npm start' : 'Is the address right? See --api'
    throw new Unreachable(`the API at ${url.origin} ${why}. ${start}`, cause)
  }
}

/** API Gateway's own answer: it says no more than Forbidden. */
function denied({ status, headers }: Response, { refusal }: Caller, { origin }: URL, { now }: Io): Refused {
  const off = now().getTime() - Date.parse(headers.get('date') ?? '')
  const clock =
    Math.abs(off) > MOST_CLOCK_MS ? ` This machine’s clock is ${Math.round(Math.abs(off) / 60_000)} minutes off.` : ''
  return new Refused(status, `${origin} doesn't let you in (${status}). ${refusal}${clock}`)
}

/** An answer that is none of ours. */
export const unlike = ({ status }: Response, { origin }: URL): Refused =>
  new Refused(status, `${origin} answered ${status}, and not as Claimwire does. Is the address right? See --api`)
