import * as z from 'zod'
import { FIGURE_KINDS } from '../../core/figure-kinds.ts'
import { holds, listFields, outlet, words } from '../query.ts'
import { route } from '../route.ts'
import { walk } from '../walk.ts'

export const listFigures = route({
  operation: 'listFigures',
  method: 'get',
  path: '/v1/figures',
  summary: 'Figures, latest article first',
  query: {
    ...listFields,
    kind: z.enum(FIGURE_KINDS).optional(),
    of: words('Words of what is counted.'),
    speaker: words('Words of the name of who gave the figure.'),
    source: outlet,
  },
  answer: async ({ query }, deps) =>
    walk(
      page => deps.articles.list(page),
      query,
      ({ id, title, source, url, publishedAt, figures }) =>
        figures
          .filter(figure => !query.kind || figure.kind === query.kind)
          .filter(figure => holds(figure.of, query.of) && holds(figure.source?.name, query.speaker))
          .filter(() => holds(source, query.source))
          .map(figure => ({ ...figure, article: { id, title, source, url, publishedAt } })),
    ),
})
