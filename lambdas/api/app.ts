import { Hono } from 'hono'
import { Rejection } from '../core/article/rejection.ts'
import type { Deps } from './deps.ts'
import { notFound, Problem } from './problem.ts'
import { alertRoutes } from './routes/alerts.ts'
import { articleRoutes } from './routes/articles.ts'
import { claimRoutes } from './routes/claims.ts'
import { entityRoutes } from './routes/entities.ts'
import { figureRoutes } from './routes/figures.ts'

/** The HTTP API as a pure function from request to response. */
export function createApp(deps: Deps): Hono {
  const app = new Hono()
  app.get('/health', context => context.json({ status: 'ok' }))
  app.route('/v1/articles', articleRoutes(deps))
  app.route('/v1/claims', claimRoutes(deps))
  app.route('/v1/figures', figureRoutes(deps))
  app.route('/v1/entities', entityRoutes(deps))
  app.route('/v1/alerts', alertRoutes(deps))
  app.notFound(({ req }) => notFound(`There is no ${req.method} ${req.path}.`).toResponse())
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
