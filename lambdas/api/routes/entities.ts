import * as z from 'zod'
import { HEAD_COLUMNS, headOf } from '../item.ts'
import { holds, listFields, outlet, words } from '../query.ts'
import { route } from '../route.ts'
import { walk } from '../walk.ts'

const TYPES = ['person', 'place', 'organization'] as const

export const listEntities = route({
  operation: 'listEntities',
  method: 'get',
  path: '/v1/entities',
  summary: 'Who and what is named, article by article, latest first',
  query: {
    ...listFields,
    type: z.enum(TYPES).optional(),
    entity: z.string().max(200).optional().describe('Id of one entity.'),
    source: outlet,
    q: words('Words of the entity’s name.'),
  },
  csv: ['id', 'type', 'name', 'role', ...HEAD_COLUMNS],
  answer: async ({ query }, deps) =>
    walk(
      page => deps.articles.list(page),
      query,
      ({ entities, ...article }) =>
        entities
          .filter(entity => !query.type || entity.type === query.type)
          .filter(entity => !query.entity || entity.id === query.entity)
          .filter(entity => holds(entity.name, query.q) && holds(article.source, query.source))
          .map(entity => ({ ...entity, article: headOf(article) })),
    ),
})
