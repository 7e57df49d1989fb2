import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../lambdas/core/article/read-article.ts'

const P1 =
  'The governor said on Tuesday that the mountain pass would open to lorries within two days, weather permitting.'
const P2 =
  'Drivers at the northern barrier told the Harbour Gazette that they had waited since Sunday, some of them without food.'
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`
const read = (head: string, body = `<article><h1>Pass to open</h1><p>${P1}</p><p>${P2}</p></article>`) =>
  readArticle({ body: page(head, body), contentType: 'text/html' })

describe('a page', () => {
  test('gives its article as paragraphs, without menus, scripts, captions and forms', () => {
    const clutter =
      '<nav><a href="/">Home</a></nav><aside>Most read</aside><form>Subscribe</form><script>let x = 1</script>'
    const figure = '<figure><img src="a.jpg"><figcaption>A pass in 1994</figcaption></figure>'
    const { text } = read(
      '<title>x</title>',
      `${clutter}<article><h1>T</h1><p>${P1}</p>${figure}<p>${P2}</p></article>${clutter}`,
    )
    expect(text).toContain(`${P1}\n\n${P2}`)
    expect(text).not.toMatch(/Home|Most read|Subscribe|let x|1994/)
  })

  test('shows white space as a browser does', () => {
    const { text } = read(
      '',
      `<p>  One\n two&nbsp;three.<br><br>Four <b>f</b>ive.</p><ul><li>six</li><li>seven</li></ul>`,
    )
    expect(text).toBe('One two three.\n\nFour five.\n\nsix\n\nseven')
  })

  test('runs no script and fetches nothing', () => {
    const { text } = read(
      '<script>while (true) {}</script>',
      `<p onclick="throw 1">${P1}</p><img src="http://127.0.0.1:1/x">`,
    )
    expect(text).toBe(P1)
  })

  test('saved in another charset is read by what its meta tag says', () => {
    const latin1 = (charset: string) => {
      const html = page(
        `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`,
        '<p>The caf\u00e9 reopened.</p>',
      )
      return Uint8Array.from([...html].map(char => char.charCodeAt(0)))
    }
    expect(readArticle({ body: latin1('windows-1252'), fileName: 'a.html' }).text).toBe('The café reopened.')
    expect(() => readArticle({ body: latin1('utf-8'), fileName: 'a.html' })).toThrow(/not valid UTF-8/)
    expect(() => readArticle({ body: latin1('windows-1252'), contentType: 'text/html; charset=utf-8' })).toThrow(
      /UTF-8/,
    )
  })

  test('tells its title, outlet, address, date and language in Open Graph', () => {
    const head = `<title>Pass to open | Harbour Gazette</title><meta property="og:site_name" content="Harbour Gazette">
      <link rel="canonical" href="/news/pass?utm_medium=mail"><meta property="og:url" content="https://example.org/other">
      <meta property="article:published_time" content="2023-09-26T09:30:00+04:00">`
    expect(
      readArticle({
        body: page(head, `<p>${P1}</p>`),
        contentType: 'text/html',
        metadata: { url: 'https://example.org/' },
      }),
    ).toMatchObject({
      title: 'Pass to open',
      source: 'Harbour Gazette',
      url: 'https://example.org/',
      publishedAt: '2023-09-26T05:30:00.000Z',
      language: 'en-GB',
    })
    expect(read(head).url).toBe('https://example.org/other')
  })

  test('tells them in JSON-LD, also inside @graph', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Site' },
        {
          '@type': ['NewsArticle'],
          headline: 'Pass to open',
          datePublished: '2023-09-26',
          mainEntityOfPage: { '@id': 'https://example.org/pass' },
          publisher: { '@type': 'Organization', name: 'Harbour Gazette' },
        },
      ],
    }
    const broken = '<script type="application/ld+json">{oops</script>'
    const article = read(`${broken}<script type="application/ld+json">${JSON.stringify(data)}</script>`)
    expect(article).toMatchObject({
      title: 'Pass to open',
      source: 'Harbour Gazette',
      url: 'https://example.org/pass',
      publishedAt: '2023-09-26T00:00:00.000Z',
    })
  })

  test('tells its date in a time element where nothing else does', () => {
    expect(
      read('', `<article><time datetime="2023-09-26T07:00Z">26 Sept</time><p>${P1}</p></article>`).publishedAt,
    ).toBe('2023-09-26T07:00:00.000Z')
  })

  test('whose canonical address is the front page is known by its other address', () => {
    const head =
      '<link rel="canonical" href="https://example.org/"><meta property="og:url" content="https://example.org/pass">'
    expect(read(head).url).toBe('https://example.org/pass')
  })

  test.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}${P1}`, 'too-large', /100,00\d tags/],
    ['10,000 nested elements', `${'<div>'.repeat(10_000)}${P1}`, 'too-large', /10,00\d elements deep/],
    ['half a million angle brackets', '<'.repeat(500_000), 'too-large', /500,00\d tags/],
  ])('of %s is refused quickly', (_, body, code, message) => {
    const started = performance.now()
    expect(() => readArticle({ body: `<html><body>${body}`, contentType: 'text/html' })).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    )
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  test.each([
    ['white space', `<p>${'\u00a0\n'.repeat(300_000)}${P1}`],
    ['unclosed comments', `<p>${P1}</p>${'<!--'.repeat(25_000)}`],
    ['style', `<style>${'a{b:c}'.repeat(150_000)}</style><p>${P1}`],
    ['odd names', `<p __proto__=1 constructor=2>${P1}</p><__proto__>x</__proto__>`],
  ])('with a lot of %s is read all the same', (_, body) => {
    const started = performance.now()
    expect(readArticle({ body: `<html><body>${body}`, contentType: 'text/html' }).text).toContain(P1)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('article JSON', () => {
  test('holds a page as contentType and body; the fields around it win', () => {
    const body = page('<meta property="og:site_name" content="Inner"><title>Inner title</title>', `<p>${P1}</p>`)
    const article = readArticle({
      body: JSON.stringify({ id: 'wire:7', source: 'Outer', contentType: 'text/html', body }),
    })
    expect(article).toMatchObject({ id: 'wire:7', source: 'Outer', title: 'Inner title', text: P1 })
  })

  test('in schema.org’s shape is a NewsArticle, its body with or without tags', () => {
    const article = {
      '@context': 'https://schema.org',
      '@type': 'ReportageNewsArticle',
      name: 'Pass to open',
      publisher: [{ name: 'Harbour Gazette' }],
      url: 'https://example.org/pass',
      datePublished: 'Tue, 26 Sep 2023 09:30:00 GMT',
      inLanguage: { alternateName: 'en' },
    }
    const read = (articleBody: string) => readArticle({ body: JSON.stringify({ ...article, articleBody }) })
    expect(read(`${P1}\n\n${P2}`)).toMatchObject({
      title: 'Pass to open',
      source: 'Harbour Gazette',
      publishedAt: '2023-09-26T09:30:00.000Z',
      text: `${P1}\n\n${P2}`,
    })
    expect(read(`<p>${P1}</p><p>${P2}</p>`).text).toBe(`${P1}\n\n${P2}`)
  })
})
