import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../lambdas/api/csv.ts'

/** RFC 4180 as a reader would read it. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('a list as CSV', () => {
  it('has a column for each path, lists in one cell, and nothing where there is nothing', () => {
    const items = [{ id: 'a', article: { source: 'Wire' }, topics: ['corridor', 'talks'], value: -3, role: undefined }]
    expect(toCsv(items, ['id', 'article.source', 'article.title.x', 'topics', 'value', 'role'])).toBe(
      'id,article.source,article.title.x,topics,value,role\r\na,Wire,,"corridor; talks",-3,\r\n',
    )
  })

  it.each(['=1+1', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
    'never begins a text like a formula: %j',
    text => {
      const [, [cell]] = parse(toCsv([{ text }], ['text'])) as [string[], [string]]
      expect(cell).toBe(`'${text}`)
    },
  )

  it('gives back any text, commas, quotes and line ends too, in as many rows and columns as there are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(',', '"', '\r', '\n', 'a', '=', ' ') }),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ a: text, b: text }), { maxLength: 5 }), items => {
        const [head, ...rows] = parse(toCsv(items, ['a', 'b']))
        expect(head).toEqual(['a', 'b'])
        expect(rows.map(row => row.map(cell => cell.replace(/^'/, '')))).toEqual(
          items.map(({ a, b }) => [a, b].map(cell => cell.replace(/^'/, ''))),
        )
      }),
      { numRuns: 300 },
    )
  })
})
