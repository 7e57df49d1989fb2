import { describe, expect, test } from 'vitest'
import { articleId, cleanUrl, revisionOf, SAFE_ID } from '../../../lambdas/core/article/identity.ts'

const id = (url: string | null, text = 'x', title: string | null = null) => articleId({ url, title, text })

describe('an article’s id', () => {
  test.each([
    'https://example.org/a?b=1&c=2#top',
    'https://example.org/a?utm_source=mail&b=1&c=2',
    'http://www.example.org/a/?c=2&b=1&fbclid=zzz',
  ])('is the same for one page however it is addressed: %s', url => {
    expect(id(cleanUrl(url))).toBe(id('https://example.org/a?b=1&c=2', 'another text'))
  })

  test('differs between pages, and between texts that have no url', () => {
    const ids = [
      id('https://example.org/a'),
      id('https://example.org/b'),
      id('https://example.org/a?page=2'),
      id(null),
      id(null, 'y'),
      id(null, 'x', 't'),
    ]
    expect(new Set(ids)).toHaveLength(ids.length)
    for (const each of ids) expect(each).toMatch(SAFE_ID)
  })

  test('is not touched by what an odd text holds', () => {
    expect(id(null, '\u202E😀 __proto__')).toMatch(/^a[0-9a-f]{20}$/)
  })
})

test.each([
  ['javascript:alert(1)', null],
  ['not a url', null],
  ['https://user:secret@example.org/a', 'https://example.org/a'],
  ['/a', null],
  [`https://example.org/${'a'.repeat(2_000)}`, null],
])('the url %s is kept as %s', (given, kept) => {
  expect(cleanUrl(given)).toBe(kept)
})

test('a text’s hash tells one revision from another', () => {
  expect(revisionOf('200 people')).toBe(revisionOf('200 people'))
  expect(revisionOf('200 people')).not.toBe(revisionOf('213 people'))
})
