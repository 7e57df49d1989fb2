import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../../lambdas/api/app.ts'
import type { Article } from '../../../lambdas/core/article/article.ts'
import { apiDeps } from '../../support/api.ts'
import { runCli } from './run-cli.ts'

let folder: string
const file = (name: string) => path.join(folder, name)
const uploaded: Article[] = []
const keys: string[] = []
const put = async (key: string, body: string) => {
  keys.push(key)
  uploaded.push(JSON.parse(body))
}
const app = createApp(apiDeps({ uploads: async () => ({ put }) }))
const api: typeof fetch = async (input, init) => app.request(String(input), init)
const ingest = (args: string[], given = {}) => runCli(['ingest', '--wait', '0', ...args], { fetch: api, ...given })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'claimwire-ingest-'))
  await mkdir(file('mixed/deeper'), { recursive: true })
  await mkdir(file('empty'))
  await writeFile(file('mixed/1.txt'), 'The road is open.')
  await writeFile(file('mixed/2-picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))
  await writeFile(file('mixed/3.json'), '{"title":"Talks","text":"Talks began."}')
  await writeFile(file('mixed/.hidden'), 'not an article')
  await writeFile(file('mixed/deeper/4.md'), '---\ntitle: Deep\n---\nThe road is closed.')
  await writeFile(file('lines.ndjson'), '{"text":"One."}\n{"title":"no text"}\n{"text":"Three."}\n')
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => {
  uploaded.length = 0
  keys.length = 0
})

describe('ingest', () => {
  it('uploads the good ones of a directory, names the bad one with the reason, and ends with 1', async () => {
    const { code, stdout, stderr } = await ingest([file('mixed')])
    expect(uploaded.map(({ text }) => text.trim())).toEqual([
      'The road is open.',
      'Talks began.',
      'The road is closed.',
    ])
    expect(stderr).toBe(`claimwire: ${file('mixed/2-picture.png')}: The upload is not text: it is a PNG image.\n`)
    expect(stdout).toBe('3 articles uploaded, 1 rejected: the reasons are above.\n')
    expect(code).toBe(1)
  })

  it('tells machines what became of each', async () => {
    const { stdout } = await ingest(['--json', file('mixed')])
    const { uploaded: done, failed } = JSON.parse(stdout)
    expect(done.map(({ name }: { name: string }) => path.basename(name))).toEqual(['1.txt', '3.json', '4.md'])
    expect(done[0].id).toMatch(/^a[0-9a-f]{20}$/)
    expect(failed).toEqual([
      { name: file('mixed/2-picture.png'), reason: 'The upload is not text: it is a PNG image.' },
    ])
  })

  it('sends what the flags say of an article', async () => {
    const flags = ['--title', 'Open', '--source', 'Outlet', '--url', 'https://example.org/a', '--date', '2024-03-01']
    const { code, stdout } = await ingest([...flags, '-'], { stdin: 'The road is open.' })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '1 article uploaded.\n' })
    expect(uploaded).toMatchObject([
      { title: 'Open', source: 'Outlet', url: 'https://example.org/a', publishedAt: '2024-03-01T00:00:00.000Z' },
    ])
  })

  it('fills the past without alerts where it is told to', async () => {
    await ingest(['--backfill', file('mixed/1.txt')])
    await ingest([file('mixed/1.txt')])
    expect(keys.map(key => key.startsWith('articles/backfill/'))).toEqual([true, false])
  })

  it('uploads each line of NDJSON and names a bad one by its number', async () => {
    const { code, stderr } = await ingest([file('lines.ndjson')])
    expect(uploaded.map(({ text }) => text)).toEqual(['One.', 'Three.'])
    expect(stderr).toContain('lines.ndjson, line 2: ')
    expect(code).toBe(1)
    expect((await ingest(['--ndjson', '-'], { stdin: '{"text":"Four."}' })).code).toBe(0)
    expect(uploaded.at(-1)?.text).toBe('Four.')
  })

  it.each([
    ['a file that isn’t there', ['nowhere.txt'], 'there is no such file'],
    ['lines that aren’t there', ['nowhere.ndjson'], 'there is no such file'],
  ])('names %s, and goes on', async (_, names, reason) => {
    const { code, stderr } = await ingest([...names.map(file), file('mixed/1.txt')])
    expect(stderr).toContain(reason)
    expect(uploaded).toHaveLength(1)
    expect(code).toBe(1)
  })

  it('says that an empty directory holds nothing', async () => {
    expect(await ingest([file('empty')])).toMatchObject({ code: 1, stdout: 'There was nothing to upload.\n' })
  })

  it('passes on why the API refused one, and goes on', async () => {
    const refusing: typeof fetch = async (input, init) =>
      String(init?.body).includes('Talks')
        ? new Response('{"title":"Too odd","status":422,"detail":"It is not read."}', { status: 422 })
        : api(input, init)
    const { code, stderr } = await runCli(['ingest', '--wait', '0', file('mixed/3.json'), file('mixed/1.txt')], {
      fetch: refusing,
    })
    expect(stderr).toContain('3.json: Too odd: It is not read.')
    expect({ code, uploaded: uploaded.length }).toEqual({ code: 1, uploaded: 1 })
  })

  it('stops with 3 where the API can’t be reached', async () => {
    const { code, stderr } = await runCli(['ingest', file('mixed')])
    expect(code).toBe(3)
    expect(stderr.match(/can't be reached/g)).toHaveLength(1)
  })

  it('refuses one title for many articles', async () => {
    const { code, stderr } = await ingest(['--title', 'Open', file('mixed')])
    expect(code).toBe(2)
    expect(stderr).toContain('but 4 files are given')
    expect(uploaded).toEqual([])
  })

  it('shows a bar on a terminal, within its width, and nothing of it to a file', async () => {
    const { stderr } = await ingest([file('mixed')], { columns: 60 })
    const lines = stderr.replaceAll('\r\u001B[K', '\n').split('\n')
    expect(lines.some(line => line.startsWith('[██████████░░░░░░░░░░] uploading 3 of 4: '))).toBe(true)
    expect(lines.filter(line => line.length > 60 && !line.startsWith('claimwire: '))).toEqual([])
    expect((await ingest([file('mixed')])).stderr).not.toMatch(/uploading|\r/)
  })

  it('tries again where the API has too much to do', async () => {
    let refusals = 2
    const busy: typeof fetch = async (input, init) =>
      refusals-- > 0 ? new Response('{"message":"Too Many Requests"}', { status: 429 }) : api(input, init)
    expect(await ingest([file('mixed/1.txt')], { fetch: busy })).toMatchObject({ code: 0, stderr: '' })
    expect(uploaded).toHaveLength(1)
  })

  it('stops at once where it isn’t let in', async () => {
    const closed = async () => new Response('{"message":"Forbidden"}', { status: 403 })
    const { code, stderr } = await ingest(['--parallel', '1', file('mixed')], { fetch: closed })
    expect(code).toBe(4)
    expect(stderr.match(/doesn't let you in/g)).toHaveLength(1)
  })

  it('uploads as many at once as it is told, and the texts of one article in their order', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `Text ${i}.`)
    const line = (text: string, i: number) => JSON.stringify({ url: `https://example.org/${i % 5}`, text })
    let now = 0
    let most = 0
    const slow: typeof fetch = async (input, init) => {
      most = Math.max(most, ++now)
      await new Promise(done => setTimeout(done, Math.random() * 10))
      now--
      return api(input, init)
    }
    const stdin = texts.map(line).join('\n')
    const { stdout } = await ingest(['--json', '--ndjson', '--parallel', '4', '-'], { stdin, fetch: slow })
    expect(most).toBe(4)
    for (let page = 0; page < 5; page++) {
      const sent = uploaded.filter(({ url }) => url === `https://example.org/${page}`).map(({ text }) => text)
      expect(sent).toEqual(texts.filter((_, i) => i % 5 === page))
    }
    const names = JSON.parse(stdout).uploaded.map(({ name }: { name: string }) => name)
    expect(names).toEqual(texts.map((_, i) => `standard input, line ${i + 1}`))
  })
})
