import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromColumns, toColumns } from '../../../lambdas/core/store/columns.ts'

const again = (value: unknown) => fromColumns(JSON.parse(JSON.stringify(toColumns(value))))

describe('a value in columns', () => {
  it('is itself again, whatever it is', () => {
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constant(null),
        fc.integer(),
        fc.constantFrom('', '-', 'a'),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('value'), { maxLength: 4 }),
      object: fc.dictionary(fc.constantFrom('', 'in', 'is', 'a', 'b'), tie('value'), { maxKeys: 3 }),
    }))
    fc.assert(
      fc.property(value, json => {
        expect(again(json)).toEqual(json)
      }),
      { numRuns: 500 },
    )
  })

  it('has each field of a list of objects once', () => {
    const rows = [
      { start: 1, source: { name: 'Baku' } },
      { start: 5, source: null, topics: ['talks'] },
      { start: 9, source: { name: 'Yerevan' }, topics: [] },
    ]
    expect(JSON.stringify(toColumns(rows)).match(/start|source|name|topics/g)).toEqual([
      'start',
      'source',
      'name',
      'topics',
    ])
    expect(again(rows)).toEqual(rows)
  })

  it('has no field that is not defined', () => {
    expect(again([{ a: 1, b: undefined }, { a: undefined }])).toEqual([{ a: 1 }, {}])
  })
})
