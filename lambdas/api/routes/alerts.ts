import { Hono } from 'hono'
import * as z from 'zod'
import { alertOf } from '../../core/notify/alert.ts'
import type { Deps } from '../deps.ts'
import { holds, listFields, readQuery, words } from '../query.ts'
import { rulings, topicName } from '../rulings.ts'
import { walk } from '../walk.ts'

export function alertRoutes(deps: Deps): Hono {
  const ListAlerts = z.strictObject({ ...listFields, topic: topicName(deps.topics), source: words })
  const routes = new Hono()

  routes.get('/', async context => {
    const query = readQuery(ListAlerts, context.req.query())
    const answer = await walk(rulings(deps, query.topic), query, ruling =>
      ruling.status === 'silent' || !holds(ruling.article.source, query.source)
        ? []
        : [{ ...alertOf(ruling), status: ruling.status }],
    )
    return context.json(answer)
  })

  return routes
}
