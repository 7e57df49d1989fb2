import * as z from 'zod'
import type { Documentation } from './documented.ts'
import { EntityType, FoundClaim, ItemArticle, ListedEntity, listOf } from './schemas.ts'

export const entities = {
  listEntities: {
    answer: listOf(ListedEntity.extend({ article: ItemArticle }).meta({ id: 'ListedEntity' })),
    examples: { 'people of a name': { query: { type: 'person', q: 'rzayeva', limit: '2' } } },
  },
  getEntity: {
    answer: z
      .object({
        id: z.string(),
        type: EntityType,
        name: z.string().describe('As the latest of the articles has it'),
        aliases: z.array(z.string()),
        roles: z.array(z.string()).describe('As the articles give them, latest first'),
        articles: z.array(ItemArticle),
        claims: z.array(FoundClaim).describe('That it makes or that name it'),
        next: z.string().optional().describe('The cursor of the next page; absent at the end'),
      })
      .meta({ id: 'EntityWithClaims' }),
    examples: { 'a place': { params: { id: 'place:lachin-corridor' }, query: { limit: '2' } } },
  },
} satisfies Documentation
