import { Hono } from 'hono/tiny'
import { Rejection } from '../core/article/rejection.ts'
import type { Deps } from './deps.ts'
import { notFound, Problem } from './problem.ts'
import { GROUPS, groupOf } from './routes.ts'

/** The HTTP API as a pure function from request to response. */
export function createApp(deps: Deps): Hono {
  const groups = new Map<string, Promise<Hono>>()
  const app = refusing(deps)
  app.all('*', async context => {
    const name = groupOf(context.req.path)
    if (!Object.hasOwn(GROUPS, name)) return context.notFound()
    const group = groups.get(name) ?? load(name, deps)
    groups.set(name, group)
    return (await group).fetch(context.req.raw)
  })
  return app
}

async function load(name: string, deps: Deps): Promise<Hono> {
  const [{ register }, routes] = await Promise.all([import('./register.ts'), GROUPS[name]!()])
  const app = refusing(deps)
  register(app, routes, deps)
  return app
}

/** An app that says what is wrong as a problem, and never more than that. */
function refusing({ log }: Deps): Hono {
  const app = new Hono()
  app.notFound(({ req }) => notFound(`There is no ${req.method} ${req.path.slice(0, 200)}.`).toResponse())
  app.onError(error => {
    if (error instanceof Problem) return error.toResponse()
    if (error instanceof Rejection) return rejected(error).toResponse()
    log.error('request failed', { error: error.name })
    return new Problem(500, 'internal', 'Something failed on our side', 'Try again in a moment.').toResponse()
  })
  return app
}

const rejected = ({ code, message }: Rejection): Problem => {
  const status = code === 'too-large' || code === 'too-long' ? 413 : code === 'unsupported-type' ? 415 : 422
  return new Problem(status, code, 'The article can’t be accepted', message)
}
