import { describe, expect, test } from 'vitest'
import { readArticle, type Upload } from '../../../lambdas/core/article/read-article.ts'
import { Rejection } from '../../../lambdas/core/article/rejection.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const refusal = (upload: Upload): Rejection => {
  try {
    readArticle(upload)
  } catch (error) {
    if (error instanceof Rejection) return error
    throw error
  }
  throw new Error('expected a rejection')
}

describe('an upload that can’t become an article is refused with a code and a reason', () => {
  test.each<[string, Upload, string, RegExp]>([
    ['nothing', { body: '' }, 'empty', /0 bytes/],
    ['only blanks', { body: ' \n\t ' }, 'empty', /4 bytes/],
    ['over 1 MB', { body: new Uint8Array(1_000_001).fill(97) }, 'too-large', /1,000,001 bytes; at most 1,000,000/],
    ['over 1 MB in UTF-8, though fewer characters', { body: 'é'.repeat(500_001) }, 'too-large', /1,000,002/],
    ['over 200,000 characters', { body: 'a'.repeat(200_001) }, 'too-long', /200,001 characters; at most 200,000/],
    ['invalid UTF-8', { body: bytes(0x52, 0x6f, 0xff, 0x64) }, 'not-utf8', /UTF-8/],
    ['UTF-8 that is cut off', { body: bytes(0x61, 0xe2, 0x82) }, 'not-utf8', /UTF-8/],
    ['a PNG', { body: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d) }, 'binary', /PNG/],
    ['a PDF', { body: '%PDF-1.7\n%\u00e2\u00e3', fileName: 'a.pdf' }, 'binary', /PDF/],
    ['a NUL byte', { body: bytes(0x61, 0, 0x62) }, 'binary', /NUL byte at byte 1/],
    ['a NUL in a JSON string', { body: '{"text":"a\\u0000b"}' }, 'binary', /NUL/],
    ['an image by its content type', { body: 'x', contentType: 'image/png' }, 'unsupported-type', /image\/png/],
    [
      'an unknown charset',
      { body: bytes(97), contentType: 'text/plain; charset=klingon' },
      'unsupported-type',
      /klingon/,
    ],
    ['broken JSON', { body: '{"text": "x"', contentType: 'application/json' }, 'bad-json', /not valid JSON/],
    ['JSON that is no article', { body: '42', contentType: 'application/json' }, 'bad-article', /article/],
    ['a list of articles', { body: '[{"text":"x"}]' }, 'bad-article', /expected object/],
    ['JSON with no text', { body: '{"title":"x"}' }, 'bad-article', /text/],
    [
      'JSON with both text and body',
      { body: '{"text":"x","body":"y","contentType":"text/plain"}' },
      'bad-article',
      /body/,
    ],
    ['a body of no type', { body: '{"body":"y"}' }, 'bad-article', /contentType/],
    ['a number for a text', { body: '{"text":7}' }, 'bad-article', /text: .*string/],
    [
      'a date that is none',
      { body: '{"text":"x","publishedAt":"2023-02-31"}' },
      'bad-article',
      /publishedAt.*2023-02-31/,
    ],
    ['JSON-LD of a person', { body: '{"@context":"https://schema.org","@type":"Person"}' }, 'bad-article', /JSON-LD/],
    ['JSON-LD with no body', { body: '{"@type":"NewsArticle","headline":"x"}' }, 'bad-article', /articleBody/],
    ['a blank text in JSON', { body: '{"text":"  "}' }, 'no-text', /no readable text/],
    [
      'a page with no text',
      { body: '<html><body><img src=a><script>let a</script></body></html>' },
      'no-text',
      /no readable/,
    ],
    ['only front matter', { body: '---\ntitle: x\n---\n' }, 'no-text', /no readable text/],
  ])('%s', (_, upload, code, message) => {
    const error = refusal(upload)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
  })

  test('the reason never quotes the article', () => {
    const secret = 'Sensitive words of a witness'
    expect(refusal({ body: `{"text": "${secret}" oops}`, contentType: 'application/json' }).message).not.toContain(
      'witness',
    )
    expect(refusal({ body: `${secret}\0` }).message).not.toContain('witness')
  })

  test('the limits themselves are still accepted', () => {
    expect(readArticle({ body: 'a'.repeat(200_000) }).text).toHaveLength(200_000)
    const padded = `<html><body><!--${'x'.repeat(999_000)}--><p>The road is open.</p>`
    expect(readArticle({ body: padded.padEnd(1_000_000) }).text).toBe('The road is open.')
  })
})
