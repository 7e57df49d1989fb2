import * as z from 'zod'
import type { Documentation } from './documented.ts'
import { Figure, FigureKind, ItemArticle, listOf, Qualifier, Time } from './schemas.ts'

const at = Time.describe('The article’s time; where it has none, the upload’s')
const ListedFigure = Figure.extend({
  places: z.array(z.string()).describe('Ids of the places that its sentence names'),
  at,
  article: ItemArticle,
}).meta({ id: 'ListedFigure' })
const Series = z
  .object({
    key: z.string().describe('The same in every page of the same query'),
    speaker: z.string().nullable().describe('Who gives the figures; null: the outlet'),
    outlet: z.string().nullable().describe('Where the outlet itself gives them'),
    kind: FigureKind,
    of: z.string().nullable(),
    unit: z.string().nullable(),
    points: z.array(
      z.object({
        at,
        value: z.number(),
        low: z.number(),
        high: z.number(),
        qualifier: Qualifier,
        text: z.string(),
        article: ItemArticle,
      }),
    ),
  })
  .meta({ id: 'Series', description: 'What one speaker, or outlet, has given for one thing over time' })

export const figures = {
  listFigures: {
    answer: listOf(ListedFigure),
    examples: {
      'tolls since a day': { query: { kind: 'killed', since: '2023-09-20', limit: '2' } },
      'figures on a place': { query: { place: 'armenia', limit: '1' } },
    },
  },
  listSeries: {
    answer: listOf(Series),
    examples: { 'how the displaced were counted': { query: { kind: 'displaced', since: '2023-09-20', limit: '20' } } },
  },
} satisfies Documentation
