import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeWords, encodeWord } from '../../../lambdas/core/uploads/encoded-word.ts'

describe('text in a header', () => {
  it.each([
    ['Talks resume', 'Talks resume'],
    ['=?UTF-8?B?w6k=?=', 'é'],
    ['=?utf-8?Q?Xank=C9=99ndi_road?=', 'Xankəndi road'],
    ['=?UTF-8?Q?one?= =?UTF-8?Q?_two?= three', 'one two three'],
    ['=?ISO-8859-1?Q?a?=', '=?ISO-8859-1?Q?a?='],
  ])('%s is read as %s', (header, text) => expect(decodeWords(header)).toBe(text))

  it('is ASCII, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const header = encodeWord(text)
        expect(header).toMatch(/^[\x20-\x7e]*$/)
        if (!text.includes('=?')) expect(decodeWords(header)).toBe(text)
      }),
    )
  })
})
