import * as z from 'zod'
import { FIGURE_KINDS } from '../../core/figure-kinds.ts'
import type { ArticleSummary } from '../../core/store/article-store.ts'
import type { Deps } from '../deps.ts'
import { HEAD_COLUMNS, headOf } from '../item.ts'
import { holds, type ListQuery, listFields, outlet, words } from '../query.ts'
import { route } from '../route.ts'
import { walk } from '../walk.ts'

const filters = {
  ...listFields,
  kind: z.enum(FIGURE_KINDS).optional(),
  of: words('Words of what is counted.'),
  speaker: words('Words of the name of who gave the figure.'),
  place: words('Id of a place, or words of its name, that the figure’s sentence names.'),
  source: outlet,
}
type Filters = Partial<Record<'kind' | 'of' | 'speaker' | 'place' | 'source', string | undefined>>

export const listFigures = route({
  operation: 'listFigures',
  method: 'get',
  path: '/v1/figures',
  summary: 'Figures, latest article first',
  query: filters,
  csv: [
    'at',
    'value',
    'low',
    'high',
    'qualifier',
    'unit',
    'of',
    'kind',
    'source.name',
    'places',
    'text',
    ...HEAD_COLUMNS,
  ],
  answer: ({ query }, deps) => find(deps, query),
})

export const listSeries = route({
  operation: 'listSeries',
  method: 'get',
  path: '/v1/figures/series',
  summary: 'Figures as time series: one per speaker and indicator',
  description:
    'limit counts the figures, latest first, that are sorted into series; each series is given earliest first. A series that goes on in the next page has the same key there.',
  query: filters,
  answer: async ({ query }, deps) => {
    const { items, next } = await find(deps, query)
    const series = new Map<string, ReturnType<typeof headingOf> & { points: ReturnType<typeof pointOf>[] }>()
    for (const figure of items.reverse()) {
      const heading = headingOf(figure)
      const one = series.get(heading.key) ?? { ...heading, points: [] }
      series.set(heading.key, one)
      one.points.push(pointOf(figure))
    }
    const longestFirst = [...series.values()].sort((a, b) => b.points.length - a.points.length)
    return { items: longestFirst, ...(next && { next }) }
  },
})

type Found = Awaited<ReturnType<typeof find>>['items'][number]

/** What makes one series: who gives the figure (else the outlet) and what it counts. */
function headingOf({ source, kind, of, unit, article }: Found) {
  const speaker = source?.name ?? null
  const outlet = speaker === null ? article.source : null
  const key = [speaker ?? `outlet ${outlet}`, kind, counted(of), unit ?? ''].join(' | ').toLowerCase()
  return { key, speaker, outlet, kind, of, unit }
}

/** "The number of people" counts people. */
const counted = (of: string | null): string => (of ?? '').replace(/^(?:the )?(?:total )?(?:number of )?(?:the )?/i, '')

const pointOf = ({ value, low, high, qualifier, text, article, at }: Found) => ({
  at,
  value,
  low,
  high,
  qualifier,
  text,
  article,
})

const find = (deps: Deps, query: ListQuery & Filters) =>
  walk(
    page => deps.articles.list(page),
    query,
    ({ figures, entities, ...article }) => {
      if (!holds(article.source, query.source)) return []
      return figures
        .filter(figure => !query.kind || figure.kind === query.kind)
        .filter(figure => holds(figure.of, query.of) && holds(figure.source?.name, query.speaker))
        .map(({ places = [], ...figure }) => ({ ...figure, places: places.map(index => entities[index]!) }))
        .filter(({ places }) => isIn(places, query.place))
        .map(figure => ({
          ...figure,
          places: figure.places.map(({ id }) => id),
          at: article.at,
          article: headOf(article),
        }))
    },
  )

const isIn = (places: ArticleSummary['entities'], wanted: string | undefined): boolean =>
  wanted === undefined || places.some(({ id, name }) => id === wanted || holds(name, wanted))
