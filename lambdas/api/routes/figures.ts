import { Hono } from 'hono'
import * as z from 'zod'
import { FIGURE_KINDS } from '../../core/figure-kinds.ts'
import type { Deps } from '../deps.ts'
import { holds, listFields, readQuery, words } from '../query.ts'
import { walk } from '../walk.ts'

const ListFigures = z.strictObject({
  ...listFields,
  kind: z.enum(FIGURE_KINDS).optional(),
  of: words,
  speaker: words,
  source: words,
})

export function figureRoutes(deps: Deps): Hono {
  const routes = new Hono()

  routes.get('/', async context => {
    const query = readQuery(ListFigures, context.req.query())
    const answer = await walk(
      page => deps.articles.list(page),
      query,
      ({ id, title, source, url, publishedAt, figures }) =>
        figures
          .filter(figure => !query.kind || figure.kind === query.kind)
          .filter(figure => holds(figure.of, query.of) && holds(figure.source?.name, query.speaker))
          .filter(() => holds(source, query.source))
          .map(figure => ({ ...figure, article: { id, title, source, url, publishedAt } })),
    )
    return context.json(answer)
  })

  return routes
}
