import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines } from '../../../local/cli/reading/lines.ts'
import { runCli } from './run-cli.ts'

const rows = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

describe('extract --ndjson', () => {
  it('answers each line with one line, in order', async () => {
    const stdin = Array.from({ length: 20 }, (_, i) => `${JSON.stringify({ id: `n${i}`, text: `It said ${i}.` })}\n`)
    const { code, stdout } = await runCli(['extract', '--ndjson'], { stdin })
    expect(code).toBe(0)
    expect(rows(stdout).map(({ article }) => article.id)).toEqual(stdin.map((_, i) => `n${i}`))
    expect(rows(stdout)[7].article.text).toBe('It said 7.')
  })

  it('takes contentType and body in place of text, and any word or number as id', async () => {
    const html = { id: 'wsj/0001 a', contentType: 'text/html', body: '<article><p>The road is open.</p></article>' }
    const stdin = `${JSON.stringify(html)}\n${JSON.stringify({ id: 7, text: 'It is.' })}`
    const [page, numbered] = rows((await runCli(['extract', '--ndjson'], { stdin })).stdout)
    expect(page.article).toMatchObject({ id: 'wsj/0001 a', text: 'The road is open.' })
    expect(numbered.article.id).toBe('7')
  })

  it('answers a line that can’t be read with the reason, goes on, and ends with 1', async () => {
    const stdin = Buffer.concat([
      Buffer.from('{"id":"a","text":"Good."}\n\n{"id":"b"}\n{broken\n[1]\nnull\n{"id":"c","text":" "}\n'),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(`{"id":{},"text":"x"}\r\n{"id":"d","text":"Good too."}`),
    ])
    const { code, stdout } = await runCli(['extract', '--ndjson'], { stdin })
    expect(code).toBe(1)
    const answers = rows(stdout)
    expect(answers.map(({ line, error, article }) => article?.id ?? [line, error.code])).toEqual([
      'a',
      [3, 'bad-article'],
      [4, 'bad-json'],
      [5, 'bad-json'],
      [6, 'bad-json'],
      [7, 'no-text'],
      [8, 'not-utf8'],
      [9, 'bad-article'],
      'd',
    ])
    expect(answers[1].id).toBe('b')
  })

  it('refuses a line that is too long without keeping it', async () => {
    const flood = (function* () {
      yield '{"id":"a","text":"'
      for (let i = 0; i < 100; i++) yield 'a'.repeat(100_000)
      yield '"}\n{"id":"b","text":"Good."}\n'
    })()
    const [first, second] = rows((await runCli(['extract', '--ndjson'], { stdin: flood })).stdout)
    expect(first.error.code).toBe('too-large')
    expect(second.article.id).toBe('b')
  })

  it('reads no further ahead than its reader takes', async () => {
    let given = 0
    let ahead = 0
    const source = (function* () {
      for (; given < 200; given++) yield `{"text":"Line ${given}."}\n`
    })()
    const onOutput = (stdout: string) => {
      ahead = Math.max(ahead, given - stdout.split('\n').length)
    }
    await runCli(['extract', '--ndjson'], { stdin: source, onOutput })
    expect(given).toBe(200)
    expect(ahead).toBeLessThan(50)
  })
})

describe('lines', () => {
  it('come out the same however the bytes are cut', async () => {
    const anyText = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', ' ', '{"x":1}'), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), async (parts, cuts) => {
        const bytes = Buffer.from(parts.join(''))
        const pieces: Uint8Array[] = []
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const size = cuts[i % cuts.length]!
          pieces.push(bytes.subarray(at, at + size))
          at += size
        }
        const found: string[] = []
        for await (const line of lines(iterate(pieces))) found.push('text' in line ? line.text.trim() : 'rejected')
        const expected = parts
          .join('')
          .split('\n')
          .map(text => text.trim())
        expect(found).toEqual(expected.filter(text => text !== ''))
      }),
    )
  })
})

async function* iterate(pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

describe('judge --ndjson', () => {
  it('answers each pair with a verdict, a score and a reason', async () => {
    const same = { a: 'The road was closed on Monday.', b: 'The road was closed on Monday.' }
    const other = { a: 'The road was closed on Monday.', b: 'Bread prices doubled in the capital.' }
    const { code, stdout } = await runCli(['judge', '--ndjson'], {
      stdin: `${JSON.stringify(same)}\n${JSON.stringify(other)}\n`,
    })
    expect(code).toBe(0)
    expect(rows(stdout)).toMatchObject([{ verdict: 'repeat' }, { verdict: 'new' }])
    for (const answer of rows(stdout)) expect(Object.keys(answer)).toEqual(['verdict', 'score', 'because'])
  })

  it.each(['{"a":"x"}', '{"a":"x","b":3}', '{"a":"","b":"x"}', '{'])('refuses %s', async pair => {
    const { code, stdout } = await runCli(['judge', '--ndjson'], { stdin: pair })
    expect(code).toBe(1)
    expect(rows(stdout)[0].error.code).toBe('bad-json')
  })
})

describe('what articles hold', () => {
  it('comes out as it is, and written so that a terminal doesn’t act on it', async () => {
    const text = 'The \u009B31mroad\u202E is\u{E0041} open, the ministry said.'
    const { stdout } = await runCli(['extract', '--ndjson'], { stdin: JSON.stringify({ id: 'a', text }) })
    expect(JSON.parse(stdout).article.text).toBe(text)
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
  })
})
