import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../lambdas/core/article/read-article.ts'

const SENTENCE = 'The governor said on Tuesday that the pass would open to lorries within two days.'
const bytes = (text: string) => new TextEncoder().encode(text)

describe('plain text', () => {
  test('is the text of the article, character for character', () => {
    const body = `  ${SENTENCE}\n\n\tA second line\r stays.  \n`
    expect(readArticle({ body: bytes(body), contentType: 'text/plain' }).text).toBe(body)
  })

  test('loses only a BOM and the CR of a CRLF', () => {
    const { text } = readArticle({ body: bytes(`\uFEFFOne.\r\nTwo.\r\n`), fileName: 'a.txt' })
    expect(text).toBe('One.\nTwo.\n')
  })

  test('is kept whole even where it looks like front matter or a heading', () => {
    const body = `---\ntitle: x\n---\n# Heading\n\n**${SENTENCE}**`
    expect(readArticle({ body, fileName: 'notes.TXT' }).text).toBe(body)
  })

  test('holds no lone surrogate and keeps its length, whatever string comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), given => {
        const body = `a${given.replaceAll('\0', '').replaceAll('\r', '')}\uD800`
        const { text } = readArticle({ body, contentType: 'text/plain' })
        expect(text).toHaveLength(body.length)
        expect(text).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})

describe('what is given beside the text', () => {
  const front = `---\ntitle: "From the file: a test"\nOutlet: Harbour Gazette\nlink: https://example.org/a?utm_source=x#top\ndate: 24 September 2023\n---\n${SENTENCE}\n`

  test('is read from front matter under its usual names', () => {
    expect(readArticle({ body: front, fileName: 'a.md' })).toMatchObject({
      title: 'From the file: a test',
      source: 'Harbour Gazette',
      url: 'https://example.org/a',
      publishedAt: '2023-09-24T00:00:00.000Z',
      language: 'en',
      text: SENTENCE,
    })
  })

  test('wins over what the document says', () => {
    const metadata = { title: 'Given', publishedAt: '2023-09-25T08:00:00+04:00' }
    const article = readArticle({ body: front, contentType: 'text/markdown; charset=utf-8', metadata })
    expect(article).toMatchObject({
      title: 'Given',
      source: 'Harbour Gazette',
      publishedAt: '2023-09-25T04:00:00.000Z',
    })
  })

  test('can’t carry line breaks, escapes or bidi marks into a title', () => {
    const { title } = readArticle({ body: SENTENCE, metadata: { title: 'Road\r\nBcc: x\u001b[2J \u202Eopen' } })
    expect(title).toBe('Road Bcc: x [2J open')
  })

  test.each([
    ['publishedAt', { publishedAt: 'soon' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['id', { id: '../etc/passwd' }],
    ['language', { language: 'the Queen’s' }],
  ])('is refused by name where %s is bad', (field, metadata) => {
    expect(() => readArticle({ body: SENTENCE, metadata })).toThrow(
      expect.objectContaining({ code: 'bad-article', message: expect.stringContaining(field) }),
    )
  })

  test('counts as absent where it is blank or null', () => {
    const metadata = { title: '  ', source: null, url: '', publishedAt: null }
    expect(readArticle({ body: SENTENCE, metadata })).toMatchObject({
      title: null,
      source: null,
      url: null,
      publishedAt: null,
    })
  })
})

describe('the format', () => {
  const json = JSON.stringify({ text: SENTENCE })
  test.each([
    ['the content type before the name', { body: json, contentType: 'application/json', fileName: 'a.txt' }, SENTENCE],
    [
      'the name where the type says nothing',
      { body: json, contentType: 'binary/octet-stream', fileName: 'a.txt' },
      json,
    ],
    ['the text where neither is given', { body: json }, SENTENCE],
    ['a page that begins like one', { body: `<!DOCTYPE html><p>${SENTENCE}` }, SENTENCE],
    ['front matter', { body: `---\ntitle: x\n---\n${SENTENCE}` }, SENTENCE],
    ['a text that begins with a bracket', { body: `[Update] ${SENTENCE}` }, `[Update] ${SENTENCE}`],
  ])('is told by %s', (_, upload, text) => {
    expect(readArticle(upload).text).toBe(text)
  })

  test('may name another charset', () => {
    const latin1 = Uint8Array.from([...'Caf\u00e9 talks'].map(char => char.charCodeAt(0)))
    expect(readArticle({ body: latin1, contentType: 'text/plain; charset="iso-8859-1"' }).text).toBe('Café talks')
  })
})

describe('reading twice', () => {
  test('gives the same article, and its own JSON reads back as itself', () => {
    const upload = {
      body: SENTENCE,
      metadata: { title: 'T', source: 'S', url: 'https://example.org/x', publishedAt: '2024-01-02' },
    }
    const article = readArticle(upload)
    expect(readArticle(upload)).toEqual(article)
    expect(readArticle({ body: JSON.stringify(article) })).toEqual(article)
  })
})
