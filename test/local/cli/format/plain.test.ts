import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '../../../../local/cli/format/plain.ts'

describe('plain', () => {
  it.each([
    ['\u001B[31mred\u001B[0m', 'red'],
    ['a\u001B[2Jb\u0007c', 'ab c'],
    ['\u001B]0;title\u0007text', ']0;title text'],
    ['one\r\n  two\ttabs', 'one two tabs'],
    ['\u202Eopposite\u202C', 'opposite'],
    ['\uFEFFmark', 'mark'],
    ['soft\u00AD, \u061Carabic, \u{E0041}tag, \u206Fold', 'soft, arabic, tag, old'],
    ['\u001B\u001B[31m[31mnested', '[31mnested'],
    ['Xankəndi “quoted” – 12 000', 'Xankəndi “quoted” – 12 000'],
  ])('%j is %j', (text, safe) => {
    expect(plain(text)).toBe(safe)
  })

  it('lets no control character through and keeps every letter that a terminal would show', () => {
    const piece = fc.constantFrom('\u001B[', '\u009B', '\u001B]', '\u0007', 'm', '31', 'word', ' ', '\u202E', '\uD800')
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        expect(plain(pieces.join(''))).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom('word', ' ', '\u0007', '\u202E')), pieces => {
        const words = (text: string) => text.match(/word/g)?.length ?? 0
        expect(words(plain(pieces.join('')))).toBe(words(pieces.join('')))
      }),
    )
  })
})
