import type { Documentation } from './documented.ts'
import { Figure, ItemArticle, listOf } from './schemas.ts'

export const figures = {
  listFigures: {
    answer: listOf(Figure.extend({ article: ItemArticle }).meta({ id: 'ListedFigure' })),
    examples: { 'tolls since a day': { query: { kind: 'killed', since: '2023-09-20', limit: '2' } } },
  },
} satisfies Documentation
