import { describe, expect, it } from 'vitest'
import type { Entity, Figure } from '../../../lambdas/core/extract/types.ts'
import { MOST_LISTED, summarise } from '../../../lambdas/core/store/summary.ts'
import { aStoredArticle } from '../../support/records.ts'

const entity = (i: number): Entity => ({
  id: `place:${i}`,
  type: 'place',
  name: `Place ${i}`,
  aliases: [],
  mentions: [{ start: i * 10, end: i * 10 + 5, text: 'Place', rule: 'test' }],
})
const figure = (i: number): Figure => ({
  start: i * 10,
  end: i * 10 + 2,
  text: '12',
  value: 12,
  low: 12,
  high: 12,
  qualifier: 'exact',
  unit: null,
  of: null,
  kind: 'other',
  source: null,
  sentence: { start: i * 10, end: i * 10 + 9 },
  rule: 'test',
})
function listed(count: number) {
  const { extraction, ...rest } = aStoredArticle()
  const many = Array.from({ length: count }, (_, i) => i)
  return summarise({ ...rest, extraction: { ...extraction, entities: many.map(entity), figures: many.map(figure) } })
}

describe('an article as lists show it', () => {
  it.each([MOST_LISTED - 1, MOST_LISTED])('has all of %i entities and figures', count => {
    const { entities, figures } = listed(count)
    expect([entities.length, figures.length]).toEqual([count, count])
    expect(figures.at(-1)!.places).toEqual([count - 1])
  })

  it('has no more than fit into an item, and no figure names a place that is left out', () => {
    const { entities, figures } = listed(MOST_LISTED + 1)
    expect([entities.length, figures.length]).toEqual([MOST_LISTED, MOST_LISTED])
    expect(figures.flatMap(({ places = [] }) => places).filter(place => place >= MOST_LISTED)).toEqual([])
  })
})
