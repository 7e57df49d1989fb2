import { Hono } from 'hono'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { holds, listFields, readQuery, words } from '../query.ts'
import { walk } from '../walk.ts'

const TYPES = ['person', 'place', 'organization'] as const
const ListEntities = z.strictObject({
  ...listFields,
  type: z.enum(TYPES).optional(),
  entity: z.string().max(200).optional(),
  source: words,
  q: words,
})

export function entityRoutes(deps: Deps): Hono {
  const routes = new Hono()

  routes.get('/', async context => {
    const query = readQuery(ListEntities, context.req.query())
    const answer = await walk(
      page => deps.articles.list(page),
      query,
      ({ id, title, source, url, publishedAt, entities }) =>
        entities
          .filter(entity => !query.type || entity.type === query.type)
          .filter(entity => !query.entity || entity.id === query.entity)
          .filter(entity => holds(entity.name, query.q) && holds(source, query.source))
          .map(entity => ({ ...entity, article: { id, title, source, url, publishedAt } })),
    )
    return context.json(answer)
  })

  return routes
}
