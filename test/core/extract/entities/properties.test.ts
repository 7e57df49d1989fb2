import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from './read.ts'

const PIECES = [
  ...[
    'Ilham Aliyev',
    'President',
    'Baku',
    'Nagorno-Karabakh',
    'Armenian',
    'army',
    'the',
    'said',
    'he',
    'ICRC',
    '(ICRC)',
  ],
  ...[
    'Ministry of Defence',
    '’s',
    "'s",
    '. ',
    ', ',
    '\n\n',
    '-',
    '“',
    '”',
    'U.S.',
    'Mr.',
    'O’Brien’s',
    '__proto__',
    'Xankəndi',
  ],
  ...[
    '\uD800',
    '\uDC00',
    '\0',
    '\u202E',
    '\u200B',
    '👩‍🚀',
    'ПУТИН',
    'محمد',
    '中国',
    'constructor',
    '120,000',
    'A.',
    '...',
  ],
]
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 40,
  })
  .map(parts => parts.join(' '))

const splitsPair = (whole: string, at: number) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(whole.slice(at - 1, at + 1))

test('spans are exact, in order, never overlapping, and never split a character, whatever the text', () => {
  fc.assert(
    fc.property(text, input => {
      const { entities, references } = read(input)
      const mentions = entities.flatMap(one => one.mentions)
      for (const span of [...mentions, ...references]) {
        expect(input.slice(span.start, span.end)).toBe(span.text)
        expect(span.text.length).toBeGreaterThan(0)
        expect(splitsPair(input, span.start) || splitsPair(input, span.end)).toBe(false)
      }
      for (const { mentions: own } of entities) expect(own).toEqual([...own].sort((a, b) => a.start - b.start))
      const all = [...mentions, ...references].sort((a, b) => a.start - b.start)
      for (let i = 1; i < all.length; i++) expect(all[i]!.start).toBeGreaterThanOrEqual(all[i - 1]!.end)
      expect(references.every(one => entities.some(two => two.id === one.entity))).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('ids are unique in a text, and the same text gives the same answer', () => {
  fc.assert(
    fc.property(text, input => {
      const first = read(input)
      expect(new Set(first.entities.map(one => one.id)).size).toBe(first.entities.length)
      expect(read(input)).toEqual(first)
    }),
    { numRuns: 100 },
  )
})
