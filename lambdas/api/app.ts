import { Hono } from 'hono/tiny'
import { Rejection } from '../core/article/rejection.ts'
import type { Deps } from './deps.ts'
import { notFound, Problem } from './problem.ts'
import { register } from './register.ts'
import { ROUTES } from './routes.ts'

/** The HTTP API as a pure function from request to response. */
export function createApp(deps: Deps): Hono {
  const app = new Hono()
  register(app, ROUTES, deps)
  app.notFound(({ req }) => notFound(`There is no ${req.method} ${req.path.slice(0, 200)}.`).toResponse())
  app.onError(error => {
    if (error instanceof Problem) return error.toResponse()
    if (error instanceof Rejection) return rejected(error).toResponse()
    deps.log.error('request failed', { error: error.name })
    return new Problem(500, 'internal', 'Something failed on our side', 'Try again in a moment.').toResponse()
  })
  return app
}

const rejected = ({ code, message }: Rejection): Problem => {
  const status = code === 'too-large' || code === 'too-long' ? 413 : code === 'unsupported-type' ? 415 : 422
  return new Problem(status, code, 'The article can’t be accepted', message)
}
