import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../lambdas/core/article/markdown.ts'

describe('Markdown', () => {
  test.each([
    [
      'a plain paragraph, untouched',
      'It cost 5 * 3 = 15, a snake_case_name and 2 < 3.',
      'It cost 5 * 3 = 15, a snake_case_name and 2 < 3.',
    ],
    ['emphasis', '**At *least* 200** people, _he_ said.', 'At least 200 people, he said.'],
    ['links and images', '![map](m.png)The [ministry](https://example.org/a) said.', 'The ministry said.'],
    ['reference links', 'The [ministry][1] said.\n\n[1]: https://example.org', 'The ministry said.'],
    ['quotations and lists', '> “We wait,” she said.\n\n- one\n* two', '“We wait,” she said.\n\none\ntwo'],
    ['headings inside', 'One.\n## Background ##\nTwo.', 'One.\nBackground\n\nTwo.'],
    ['comments, tags and rules', 'One.<!-- no --><br>\n\n---\n\nTwo `b`.', 'One.\n\nTwo b.'],
    ['an escaped star', 'A\\*B', 'A*B'],
  ])('loses its markup and nothing else: %s', (_, markdown, text) => {
    expect(readMarkdown(markdown).text).toBe(text)
  })

  test('takes its title from the heading that opens it, where front matter gives none', () => {
    expect(readMarkdown('# Road *reopens*\n\nIt did.')).toMatchObject({
      text: 'It did.',
      metadata: { title: 'Road reopens' },
    })
    expect(readMarkdown('---\ntitle: Front\n---\n# Road\nIt did.').metadata.title).toBe('Front')
  })

  test('reads an unclosed front matter as text', () => {
    expect(readMarkdown('---\ntitle: x\nIt did.').text).toContain('It did.')
  })

  test('leaves out a date that can’t be read', () => {
    expect(readMarkdown('---\ndate: some day\n---\nIt did.').metadata.publishedAt).toBeUndefined()
  })

  test.each(['*', '* ', '*a ', '_a ', '[', '[a](', '<!--', ' ', '> ', '#', '- ', '`a', '<a '])(
    'takes linear time on a megabyte of %j',
    unit => {
      const started = performance.now()
      readMarkdown(`x${unit.repeat(900_000 / unit.length)}x`)
      expect(performance.now() - started).toBeLessThan(1_000)
    },
  )
})
