import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

const TEXT = 'The Lachin corridor is open again, the ministry said on Friday.\nAt least 12 people were wounded.\n'
let folder: string
const file = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'claimwire-extract-'))
  await writeFile(file('good.txt'), TEXT)
  await writeFile(
    file('page.html'),
    '<html><head><title>Road</title></head><body><p>The road is open, she said.</p></body></html>',
  )
})
afterAll(() => rm(folder, { recursive: true }))

describe('extract FILE', () => {
  it('prints one document whose text is the file itself', async () => {
    const { code, stdout, stderr } = await runCli(['extract', file('good.txt')])
    const extraction = JSON.parse(stdout)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(extraction.article.text).toBe(TEXT)
    expect(extraction.figures.map((figure: { text: string }) => figure.text)).toContain('At least 12 people')
    for (const { start, end, text } of extraction.figures) expect(TEXT.slice(start, end)).toBe(text)
  })

  it('takes what is said of the article from the flags', async () => {
    const flags = ['--title', 'Open', '--source', 'Outlet', '--url', 'https://example.org/a', '--date', '2024-03-01']
    const { stdout } = await runCli(['extract', ...flags, file('good.txt')])
    expect(JSON.parse(stdout).article).toMatchObject({
      title: 'Open',
      source: 'Outlet',
      url: 'https://example.org/a',
      publishedAt: '2024-03-01T00:00:00.000Z',
    })
  })

  it('reads standard input as -', async () => {
    const { stdout } = await runCli(['extract', '-'], { stdin: TEXT })
    expect(JSON.parse(stdout).article.text).toBe(TEXT)
  })

  it('prints one document per file, in order', async () => {
    const { stdout } = await runCli(['extract', file('page.html'), file('good.txt')])
    const texts = stdout.split(/^(?=\{)/m).map(document => JSON.parse(document).article.text.trim())
    expect(texts).toEqual(['The road is open, she said.', TEXT.trim()])
  })
})

describe('input that can’t be read ends with 1 and a message that names the file and the reason', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['empty.txt', '', 'empty: 0 bytes'],
    ['blank.txt', ' \n ', 'blank'],
    ['image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'a PNG image'],
    ['nul.txt', 'a\0b', 'NUL'],
    ['latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'not valid UTF-8'],
    ['large.txt', 'a b '.repeat(260_000), 'over 1,000,000 bytes'],
    ['long.txt', 'a b '.repeat(60_000), 'at most 200,000'],
    ['broken.json', '{"text": "a', 'not valid JSON'],
    ['other.json', '{"headline": "a"}', 'text'],
    ['hollow.html', '<!doctype html><script>a()</script>', 'no readable text'],
  ])('%s', async (name, body, reason) => {
    await writeFile(file(name), body)
    const { code, stdout, stderr } = await runCli(['extract', file(name)])
    expect(stderr).toContain(`${name}: `)
    expect(stderr).toContain(reason)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it('a file that isn’t there, and a directory', async () => {
    const { code, stderr } = await runCli(['extract', file('nowhere.txt'), folder])
    expect(code).toBe(1)
    expect(stderr).toContain('nowhere.txt: there is no such file')
    expect(stderr).toContain('this is a directory. To upload all that is in it: claimwire ingest DIR')
  })

  it('does not stop at it', async () => {
    const { code, stdout } = await runCli(['extract', file('nowhere.txt'), file('good.txt')])
    expect(code).toBe(1)
    expect(JSON.parse(stdout).article.text).toBe(TEXT)
  })
})
