import { randomUUID } from 'node:crypto'
import { httpAnswer } from '../events/http-answer.ts'
import { httpEvent } from '../events/http-event.ts'
import type { Match } from '../events/routes.ts'
import { type HttpHandler, message } from './http-server.ts'
import type { Lambda } from './lambda.ts'

/** Answers a request with the function that its route leads to. */
export function apiHandler(
  route: (method: string, path: string) => Match<Lambda> | undefined,
  apiId: string,
  log: (line: string) => void,
): HttpHandler {
  return async request => {
    const found = route(request.method, request.url.split('?', 1)[0]!)
    if (!found) return message(404, 'Not Found')
    const { key, target } = found.route
    const call = { apiId, requestId: randomUUID(), now: new Date() }
    try {
      return httpAnswer(await target.invoke(httpEvent(request, { key, parameters: found.parameters }, call)))
    } catch (error) {
      log(error instanceof Error ? error.message : String(error))
      return message(500, 'Internal Server Error')
    }
  }
}
