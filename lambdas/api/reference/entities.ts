import type { Documentation } from './documented.ts'
import { ItemArticle, ListedEntity, listOf } from './schemas.ts'

export const entities = {
  listEntities: {
    answer: listOf(ListedEntity.extend({ article: ItemArticle }).meta({ id: 'ListedEntity' })),
    examples: { 'people named Pashinyan': { query: { type: 'person', q: 'pashinyan', limit: '2' } } },
  },
} satisfies Documentation
