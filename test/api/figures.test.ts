import { expect, it } from 'vitest'
import { createApp } from '../../lambdas/api/app.ts'
import type { Figure } from '../../lambdas/core/extract/types.ts'
import { apiDeps } from '../support/api.ts'
import { MemoryArticles } from '../support/memory-articles.ts'
import { aStoredArticle } from '../support/records.ts'

const aFigure = (given: Partial<Figure>): Figure => ({
  ...{ start: 0, end: 3, text: '200', value: 200, low: 200, high: 200, qualifier: 'exact', unit: 'person' },
  ...{ of: 'people', kind: 'killed', source: { name: 'the ombudsman' }, sentence: { start: 0, end: 20 }, rule: 'test' },
  ...given,
})
const articles = new MemoryArticles()
const app = createApp(apiDeps({ articles: articles.port }))
const ask = async (path: string) => (await app.request(path)).json()

/** The place is named behind the first sentence. */
function store(day: number, ...figures: Figure[]): void {
  const at = `2023-09-0${day}T10:00:00.000Z`
  const article = aStoredArticle({ id: `day-${day}`, at, claims: [] })
  const mentions = [{ start: 25, end: 30, text: 'Goris', rule: 'test' }]
  article.extraction.entities = [{ id: 'place:goris', type: 'place', name: 'Goris', aliases: [], mentions }]
  article.extraction.figures = figures
  articles.add(article)
}
store(1, aFigure({ value: 200 }), aFigure({ value: 192, source: { name: 'the ministry' } }))
store(2, aFigure({ value: 213, of: 'The number of people' }), aFigure({ kind: 'wounded', value: 400 }))
store(3, aFigure({ value: 220, sentence: { start: 20, end: 36 } }), aFigure({ value: 7, source: null }))

it('figures make a series per speaker and indicator, earliest first; the outlet is a speaker too', async () => {
  const { items } = (await ask('/v1/figures/series?kind=killed')) as {
    items: { speaker: string | null; outlet: string | null; points: { value: number }[] }[]
  }
  expect(
    items.map(({ speaker, outlet, points }) => [speaker ?? `(${outlet})`, ...points.map(({ value }) => value)]),
  ).toEqual(
    expect.arrayContaining([
      ['the ombudsman', 200, 213, 220],
      ['the ministry', 192],
      ['(Example Wire)', 7],
    ]),
  )
  expect(items).toHaveLength(3)
})

it.each(['place:goris', 'goris'])('a figure is found by the place that its sentence names: %s', async place => {
  expect(await ask(`/v1/figures?place=${place}`)).toMatchObject({ items: [{ value: 220, places: ['place:goris'] }] })
})
