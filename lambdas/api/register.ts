import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { etag } from 'hono/etag'
import type { Hono } from 'hono/tiny'
import { toCsv } from './csv.ts'
import type { Deps } from './deps.ts'
import { readInput } from './input.ts'
import { Problem } from './problem.ts'
import { Reply, type Route } from './route.ts'
import type { Answer } from './walk.ts'

/** Hangs the routes into a Hono app: input is read and checked before a route sees it. */
export function register(app: Hono, routes: readonly Route[], deps: Deps): void {
  app.use(etag())
  for (const route of routes) {
    app.on(route.method.toUpperCase(), honoPath(route.path), async context => {
      if (route.method !== 'get') refuseOtherSites(context)
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

/** A page of another site, open in the browser of somebody who runs this locally, must not write here. */
function refuseOtherSites({ req }: Context): void {
  const site = req.header('sec-fetch-site')
  if (site !== 'cross-site' && site !== 'same-site') return
  throw new Problem(
    403,
    'other-site',
    'Other sites may not do this',
    `The request comes from a page of another site (${site}).`,
  )
}

function respond(context: Context, route: Route, { body, headers, status: own }: Reply<unknown>): Response {
  const { produces, csv } = route
  const status = own ?? route.status ?? 200
  if (status === 204) return context.body(null, 204, headers)
  if (route.method === 'get') context.header('cache-control', 'private, no-cache')
  if (produces) return context.body(String(body), status, { 'content-type': produces, ...headers })
  if (!csv) return context.json(body as object, status, headers)
  context.header('vary', 'accept')
  return wantsCsv(context)
    ? csvOf(context, csv, body as Answer<unknown>)
    : context.json(body as object, status, headers)
}

const wantsCsv = (context: Context): boolean =>
  accepts(context, { header: 'Accept', supports: ['application/json', 'text/csv'], default: 'application/json' }) ===
  'text/csv'

/** The next page stands in a header, since a table has no place for it. */
function csvOf({ req, body }: Context, columns: readonly string[], { items, next }: Answer<unknown>): Response {
  const url = new URL(req.url)
  if (next) url.searchParams.set('cursor', next)
  return body(toCsv(items, columns), 200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    ...(next && { link: `<${url.pathname}${url.search}>; rel="next"` }),
  })
}

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')
