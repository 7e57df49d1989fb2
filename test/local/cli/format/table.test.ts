import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { table } from '../../../../local/cli/format/table.ts'
import { widthOf, wrap } from '../../../../local/cli/format/width.ts'

const screen = (width: number) => ({ width, paint: (_: unknown, text: string) => text })
const word = fc.string({ unit: fc.constantFrom('a', 'é', '中', '😀', 'x', 'e\u0301'), minLength: 1, maxLength: 30 })

describe('wrap', () => {
  it('keeps every character, in order, in lines that are no wider', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 2, max: 40 }), (words, width) => {
        const lines = wrap(words.join(' '), width)
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('breaks at spaces where it can', () => {
    expect(wrap('the road is open', 8)).toEqual(['the road', 'is open'])
  })
})

describe('widthOf', () => {
  it.each([
    ['road', 4],
    ['中国', 4],
    ['e\u0301', 1],
    ['😀', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
})

describe('table', () => {
  const columns = [
    { title: 'Name', cell: ({ name }: { name: string }) => name },
    { title: 'Text', cell: ({ text }: { text: string }) => text, grows: true },
  ]

  it('fits the width and loses nothing', () => {
    const row = fc.record({ name: word, text: fc.array(word, { minLength: 1 }).map(words => words.join(' ')) })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.integer({ min: 40, max: 120 }), (rows, width) => {
        const lines = table(columns, rows, screen(width)).split('\n')
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
        const count = (text: string) => text.match(/\S/g)?.length ?? 0
        expect(count(lines.slice(1).join(''))).toBe(count(rows.map(({ name, text }) => name + text).join('')))
      }),
    )
  })

  it('aligns columns and goes on below where a cell is too long', () => {
    const rows = [{ name: 'A', text: 'the road is open for ambulances and for food again' }]
    expect(table(columns, rows, screen(40))).toBe(
      ['Name  Text', 'A     the road is open for ambulances', '      and for food again', ''].join('\n'),
    )
  })

  it('never breaks what is to be copied, and leaves out what is not shown', () => {
    const wide = [
      { title: 'Id', cell: () => 'a'.repeat(21), whole: true },
      { title: 'Hidden', cell: () => 'secret', shown: false },
      ...columns,
    ]
    const printed = table(wide, [{ name: 'B', text: 'long text '.repeat(20) }], screen(50))
    expect(printed).toContain('a'.repeat(21))
    expect(printed).not.toContain('secret')
  })
})
