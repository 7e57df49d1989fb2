import { randomUUID } from 'node:crypto'
import type { HttpAnswer } from '../events/http-answer.ts'
import { type Guard, refusal } from '../rights/guard.ts'
import { InvocationError } from './environment.ts'
import type { HttpHandler } from './http-server.ts'
import type { Lambda } from './lambda.ts'

const INVOCATIONS = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/

/** Lambda's Invoke, for callers that wait for the answer; functions are named by name or ARN. */
export function invokeApi(
  functions: ReadonlyMap<string, Lambda>,
  guard: Guard,
  log: (line: string) => void,
): HttpHandler {
  return async ({ method, url, headers, body }) => {
    const [, named] = INVOCATIONS.exec(url.split('?', 1)[0]!) ?? []
    if (method !== 'POST' || !named) return fault(404, 'UnknownOperationException', 'only Invoke is answered here')
    const type = headers['x-amz-invocation-type'] ?? 'RequestResponse'
    if (type !== 'RequestResponse') {
      return fault(400, 'InvalidParameterValueException', `invocations of type ${type} aren't supported`)
    }
    const refused = guard.refuse({ service: 'lambda', method, url, headers, body: null })
    if (refused) return fault(403, 'AccessDeniedException', refusal(refused))
    const name = decodeURIComponent(named).split(':').at(-1)!
    const lambda = functions.get(name)
    if (!lambda) return fault(404, 'ResourceNotFoundException', `Function not found: ${name}`)
    try {
      return answer(await lambda.invoke(body.length > 0 ? JSON.parse(body.toString()) : {}))
    } catch (error) {
      if (error instanceof SyntaxError) return fault(400, 'InvalidRequestContentException', error.message)
      if (!(error instanceof InvocationError)) throw error
      log(error.message)
      const { name: errorType, message: errorMessage } = (error.cause as Error | undefined) ?? error
      return answer({ errorType, errorMessage }, { 'x-amz-function-error': 'Unhandled' })
    }
  }
}

function answer(result: unknown, headers: Record<string, string> = {}): HttpAnswer {
  const identified = { 'x-amzn-requestid': randomUUID(), 'x-amz-executed-version': '$LATEST' }
  return {
    status: 200,
    headers: { 'content-type': 'application/json', ...identified, ...headers },
    body: Buffer.from(JSON.stringify(result ?? null)),
  }
}

function fault(status: number, type: string, message: string): HttpAnswer {
  const body = Buffer.from(JSON.stringify({ Type: 'User', Message: message }))
  return { status, headers: { 'content-type': 'application/json', 'x-amzn-errortype': type }, body }
}
