import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SAFE_ID } from '../../../lambdas/core/article/identity.ts'
import { readArticle, type Upload } from '../../../lambdas/core/article/read-article.ts'
import { Rejection } from '../../../lambdas/core/article/rejection.ts'

/** Either an article whose every field is safe to store and print, or a reasoned refusal; never any other error. */
function check(upload: Upload): void {
  let article: ReturnType<typeof readArticle>
  try {
    article = readArticle(upload)
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    expect(error.message).toMatch(/\S{3}/)
    return
  }
  expect(article.id).toMatch(SAFE_ID)
  expect(article.text.trim()).not.toBe('')
  expect(article.text).not.toMatch(/\0|\p{Surrogate}/u)
  for (const field of [article.title, article.source, article.url, article.publishedAt, article.language]) {
    expect(field ?? '').not.toMatch(/[\p{Cc}\p{Surrogate}\u202A-\u202E\u2066-\u2069]/u)
  }
  expect(readArticle(upload)).toEqual(article)
}

const types = [undefined, 'text/plain', 'text/markdown', 'text/html', 'application/json']
const contentType = fc.constantFrom(...types)
const words = fc.constantFrom(
  'talks',
  '\uD800',
  '\u202E',
  '😀',
  '&amp;',
  '&#0;',
  '&#xD800;',
  ' ',
  '\n',
  '\r\n',
  '"',
  'é',
  '200',
)
const markup = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<br>',
    '<html',
    '<html>',
    '<body>',
    '<head>',
    '<title>',
    '</title>',
    '<!--',
    '-->',
    '<',
  ],
  ...[
    '<table>',
    '<tr>',
    '<td>',
    '<meta property="og:title" content="',
    '<meta name=date content=x>',
    '">',
    '<base href="//[">',
  ],
  ...[
    '<script type="application/ld+json">',
    '{"@type":"NewsArticle","headline":7,"publisher":[null]}',
    '</script>',
    '<svg>',
  ],
  ...[
    '<link rel=canonical href="http://[::">',
    '<time datetime="x">',
    '<template>',
    '<a href=x>',
    '<![CDATA[',
    '<?xml ?>',
    '<p x="',
  ],
)
const markdown = fc.constantFrom(
  '# ',
  '---\n',
  'title: ',
  'date: ',
  'url: ',
  '**',
  '_',
  '[',
  '](',
  ')',
  '![',
  '> ',
  '- ',
  '```\n',
  '\\',
  '`',
  '<b>',
)
const text = (...parts: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...parts), { maxLength: 40 }).map(list => list.join(''))
const value = fc.oneof(
  text(words),
  fc.constantFrom(null, 7, true, {}, [], ['x'], { name: 'x' }, { '@id': 'x' }, '__proto__'),
)
const keys = [
  'text',
  'body',
  'contentType',
  'title',
  'source',
  'url',
  'publishedAt',
  'id',
  'language',
  '__proto__',
  'constructor',
]
const ldKeys = [
  '@type',
  '@graph',
  '@context',
  'headline',
  'articleBody',
  'publisher',
  'datePublished',
  'mainEntityOfPage',
  'inLanguage',
]
const json = fc
  .dictionary(
    fc.constantFrom(...keys, ...ldKeys),
    fc.oneof(value, fc.constantFrom('NewsArticle', 'text/html', 'text/plain')),
  )
  .map(object => JSON.stringify(object))

describe('whatever comes in, an article or a refusal comes out', () => {
  test.each([
    ['bytes', fc.uint8Array({ maxLength: 200 })],
    ['strings', fc.string({ unit: 'binary' })],
    ['pieces of a page', text(words, markup)],
    ['pieces of Markdown', text(words, markdown)],
    ['pieces of JSON', json],
  ])('%s', (_, body: fc.Arbitrary<string | Uint8Array>) => {
    fc.assert(
      fc.property(body, contentType, (given, type) => check({ body: given, contentType: type })),
      { numRuns: 150 },
    )
  })

  test('metadata', () => {
    const metadata = fc.record(
      {
        title: text(words, markup),
        source: text(words),
        url: fc.oneof(fc.webUrl(), text(words)),
        publishedAt: fc.string(),
        id: fc.string(),
      },
      { requiredKeys: [] },
    )
    fc.assert(fc.property(metadata, given => check({ body: 'The road is open.', metadata: given })))
  })
})
