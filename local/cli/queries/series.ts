import { bars } from '../format/chart.ts'
import { plain } from '../format/plain.ts'
import type { Screen } from '../format/style.ts'
import { wrap } from '../format/width.ts'
import { amount } from '../format/words.ts'
import type { Client, Query } from '../http/client.ts'
import type { SeriesItem } from './types.ts'
import { type Listed, pages, type Walk } from './walk.ts'

/** The series of the latest `limit` figures, each put together from its parts in the pages. */
export async function collectSeries(client: Client, query: Query, walk: Walk): Promise<Listed<SeriesItem>> {
  const series = new Map<string, SeriesItem>()
  const ask = async (page: Query) =>
    (await client.get('/v1/figures/series', { ...query, ...page })) as Listed<SeriesItem>
  const sizeOf = ({ items }: Listed<SeriesItem>) => items.reduce((sum, { points }) => sum + points.length, 0)
  let next: string | undefined
  for await (const page of pages(ask, sizeOf, walk)) {
    for (const part of page.items) {
      const known = series.get(part.key)
      // The pages go back in time, a series goes forward.
      if (known) known.points.unshift(...part.points)
      else series.set(part.key, part)
    }
    next = page.next
  }
  const items = [...series.values()].sort((a, b) => b.points.length - a.points.length)
  return { items, ...(next && { next }) }
}

/** A small chart of each series that has more than one figure, the longest first. */
export function charts(items: readonly SeriesItem[], screen: Screen): string {
  const long = items.filter(({ points }) => points.length > 1)
  const once = items.length - long.length
  const rest = once > 0 ? [`${once} given once only; to list them, leave out --chart.`, ''] : []
  return [...long.flatMap(one => [...chart(one, screen), '']), ...rest].join('\n')
}

function chart({ speaker, outlet, kind, of, unit, points }: SeriesItem, screen: Screen): string[] {
  const what = [speaker ?? `${outlet ?? 'unknown'} (the outlet)`, kind, of].filter(part => part !== null)
  const values = points.map(point => ({
    at: point.at,
    value: point.value,
    label: [amount({ ...point, unit }), point.article.source].filter(part => part !== null).join(' · '),
  }))
  const head = wrap(plain(what.join(' · ')), screen.width).map(line => screen.paint('bold', line))
  return [...head, ...bars(values, screen)]
}
