import type { Context } from 'hono'
import type { Hono } from 'hono/tiny'
import type { Deps } from './deps.ts'
import { readInput } from './input.ts'
import { Problem } from './problem.ts'
import { Reply, type Route } from './route.ts'

/** Hangs the routes into a Hono app: input is read and checked before a route sees it. */
export function register(app: Hono, routes: readonly Route[], deps: Deps): void {
  for (const route of routes) {
    app.on(route.method.toUpperCase(), honoPath(route.path), async context => {
      const answer = await route.answer(await readInput(route, context.req), deps)
      return respond(context, route, answer instanceof Reply ? answer : new Reply(answer, {}))
    })
  }
  for (const path of new Set(routes.map(({ path }) => path))) {
    const allowed = routes.filter(route => route.path === path).map(({ method }) => method.toUpperCase())
    app.all(honoPath(path), ({ req }) => {
      const detail = `${req.path} takes ${allowed.join(', ')}, not ${req.method}.`
      throw new Problem(405, 'method-not-allowed', 'There is no such method here', detail, {
        allowed,
        headers: { allow: allowed.join(', ') },
      })
    })
  }
}

function respond(context: Context, route: Route, { body, headers, status: own }: Reply<unknown>): Response {
  const { produces } = route
  const status = own ?? route.status ?? 200
  if (status === 204) return context.body(null, 204, headers)
  if (produces) return context.body(String(body), status, { 'content-type': produces, ...headers })
  return context.json(body as object, status, headers)
}

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')
