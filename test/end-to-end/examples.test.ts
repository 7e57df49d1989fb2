import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REFERENCE } from '../../lambdas/api/reference/reference.ts'
import { runCli } from '../local/cli/run-cli.ts'
import { type Pipeline, startPipeline } from '../support/pipeline.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const FIXTURES = path.join(ROOT, 'fixtures/articles')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

let pipeline: Pipeline
beforeAll(async () => {
  pipeline = await startPipeline()
  // In this order: what is told depends on what came before.
  for (const file of ['first-report.md', 'denial.md', 'toll-raised.json', 'second-round.md']) {
    await pipeline.upload(`articles/${file}`, readFileSync(path.join(FIXTURES, file)))
    await pipeline.cloud.idle()
  }
})
afterAll(() => pipeline?.cloud.close())

interface Parameter {
  name: string
  in: 'path' | 'query'
  examples?: Record<string, { value: string | number }>
}
interface Operation {
  operationId: keyof typeof REFERENCE
  parameters: Parameter[]
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> }
  responses: Record<string, { content?: Record<string, unknown> }>
}
const { paths } = JSON.parse(read('docs/openapi.json')) as { paths: Record<string, Record<string, Operation>> }

/** Examples that share a name are one request. */
const requests = Object.entries(paths).flatMap(([route, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) => {
    const bodies = Object.entries(operation.requestBody?.content ?? {})
    const names = [
      ...operation.parameters.flatMap(({ examples = {} }) => Object.keys(examples)),
      ...bodies.flatMap(([, { examples = {} }]) => Object.keys(examples)),
    ]
    const each = names.length > 0 ? [...new Set(names)] : ['']
    return each.map(name => ({
      title: `${method.toUpperCase()} ${route} ${name}`,
      name,
      method,
      route,
      operation,
      bodies,
    }))
  }),
)

describe('the examples of docs/openapi.json', () => {
  it('are there for every operation that asks for something', () => {
    const asking = requests.filter(({ operation: { parameters } }) => parameters.some(each => each.in === 'path'))
    expect(asking.filter(({ name }) => name === '').map(({ title }) => title)).toEqual([])
  })

  it.each(requests)('$title is answered as the document says', async ({ name, method, route, operation, bodies }) => {
    let target = route
    const query = new URLSearchParams()
    for (const { name: parameter, in: where, examples } of operation.parameters) {
      const value = examples?.[name]?.value
      if (value === undefined) continue
      if (where === 'query') query.set(parameter, String(value))
      else target = target.replace(`{${parameter}}`, encodeURIComponent(value))
    }
    const [type, content] = bodies.find(([, { examples }]) => examples?.[name]) ?? []
    const body = content?.examples?.[name]?.value
    const response = await fetch(`${pipeline.cloud.apiUrl}${target}?${query}`, {
      method: method.toUpperCase(),
      ...(type && {
        headers: { 'content-type': type },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    })
    const text = await response.text()
    expect(response.ok, text).toBe(true)
    const documented = operation.responses[response.status]
    expect(documented, `${response.status} ${text}`).toBeDefined()
    const [media] = Object.keys(documented?.content ?? {})
    if (!media) return expect(text).toBe('')
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(media)
    if (media !== 'application/json') return
    const answer = JSON.parse(text)
    // What a schema doesn't name, parsing drops: then the two would differ.
    expect(REFERENCE[operation.operationId].answer.parse(answer)).toEqual(answer)
    const isList = typeof answer === 'object' && 'items' in answer && !name.includes('rejected')
    if (isList) expect(answer.items.length, 'an example that finds nothing shows nothing').toBeGreaterThan(0)
  })
})

describe('a place to upload to', () => {
  it('takes the body with the headers that it names, and the article is read with what was said of it', async () => {
    const body = 'The Red Cross said on Monday that the corridor was open again.'
    const url = 'https://example.org/uploaded'
    const given = { size: body.length, contentType: 'text/plain', url, title: 'Xankəndi road', source: 'Example Wire' }
    const asked = await fetch(`${pipeline.cloud.apiUrl}/v1/uploads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    })
    const place = (await asked.json()) as { url: string; method: string; headers: Record<string, string>; href: string }
    expect(new URL(place.url).searchParams.get('X-Amz-SignedHeaders')).toBe(
      'content-length;content-type;host;x-amz-meta-source;x-amz-meta-title;x-amz-meta-url',
    )
    const { method, headers } = place
    expect((await fetch(place.url, { method, headers, body })).status).toBe(200)
    const { article } = await pipeline.until<{ article?: object }>(place.href, ({ article }) => article !== undefined)
    expect(article).toMatchObject({ title: 'Xankəndi road', source: 'Example Wire', url, text: body })
  })
})

describe.each(['Query', 'Subscribe', 'Topics of your own', 'Upload'])(
  'the commands of the README’s section “%s”',
  title => {
    const section = read('README.md')
      .split(/^## /m)
      .find(text => text.startsWith(`${title}\n`))!
    const commands = [...section.matchAll(/^npx claimwire (.+)$/gm)].map(([, command]) => command!)
    const words = (command: string) => [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)

    const curls = [
      ...section.matchAll(/^curl (?:-H '(\S+): (\S+)' )?(?:-d '(.+)' )?'http:\/\/127\.0\.0\.1:8787(\S+)'$/gm),
    ]

    it('are found', () => {
      expect(commands.length).toBeGreaterThan(1)
      expect(curls).toHaveLength(section.split('\ncurl ').length - 1)
    })

    it.each(curls.map(([line, name, value, body, target]) => ({ line, name, value, body, target })))(
      '$line',
      async ({ name, value, body, target }) => {
        const headers: Record<string, string> = name ? { [name]: value! } : {}
        const response = await fetch(`${pipeline.cloud.apiUrl}${target}`, {
          headers,
          ...(body && { method: 'POST', body }),
        })
        const text = await response.text()
        expect(response.ok, text).toBe(true)
        expect(text.length, text).toBeGreaterThan(body ? 20 : 200)
      },
    )

    it.each(commands.filter(command => command !== 'watch'))('claimwire %s', async command => {
      const env = { CLAIMWIRE_URL: pipeline.cloud.apiUrl! }
      const { code, stdout, stderr } = await runCli(words(command), { env, fetch })
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('rror') })
      expect(stdout.length).toBeGreaterThan(20)
    })
  },
)

describe('claimwire ingest', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-ingest-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const ingest = async (...args: string[]) => {
    const env = { CLAIMWIRE_URL: pipeline.cloud.apiUrl! }
    const asked: string[] = []
    const recording: typeof fetch = (input, init) => {
      asked.push(`${init?.method} ${new URL(String(input)).pathname}`)
      return fetch(input, init)
    }
    const ran = await runCli(['ingest', '--json', ...args, folder], { env, fetch: recording, now: new Date() })
    return { ...ran, asked, told: JSON.parse(ran.stdout) }
  }

  it('uploads small and large, waits until all is judged, and tells what came of it; a second time nothing is new', async () => {
    const claim = 'The ministry of transport said that 36 trucks of aid had crossed the Lachin corridor on Monday.'
    writeFileSync(path.join(folder, '1.txt'), claim)
    const long = `${'道'.repeat(99)} `.repeat(900).trim()
    writeFileSync(path.join(folder, '2.json'), JSON.stringify({ url: 'https://example.org/long', text: long }))
    writeFileSync(path.join(folder, '3.txt'), '')
    const { code, told, asked } = await ingest('--date', '2023-11-06')
    expect(asked.filter(request => /^(POST|PUT) /.test(request)).sort()).toEqual([
      'POST /v1/articles',
      'POST /v1/uploads',
      expect.stringMatching(/^PUT .*articles\/.*\/article$/),
    ])
    const [small, large] = told.uploaded
    expect(told).toMatchObject({ stored: 2, known: 0, alerts: [{ topic: 'corridor' }], waiting: [] })
    expect(told.failed).toEqual([{ name: path.join(folder, '3.txt'), reason: expect.stringContaining('empty') }])
    expect(code).toBe(1)
    const alert = (await pipeline.get(`/v1/alerts/${told.alerts[0].id}`)).body as { article: { id: string } }
    expect(alert.article.id).toBe(small.id)
    const stored = (await pipeline.get(`/v1/articles/${large.id}`)).body as { article: { text: string } }
    expect(stored.article.text).toBe(long)
    await new Promise(done => setTimeout(done, 1000))
    expect((await ingest('--date', '2023-11-06')).told).toMatchObject({ stored: 2, known: 2, alerts: [], waiting: [] })
  })
})
