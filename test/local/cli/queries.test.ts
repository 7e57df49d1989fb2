import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../lambdas/api/app.ts'
import type { Deps } from '../../../lambdas/api/deps.ts'
import type { StoredArticle } from '../../../lambdas/core/article/stored-article.ts'
import type { Figure } from '../../../lambdas/core/extract/types.ts'
import { alertIdOf, claimIdOf } from '../../../lambdas/core/ids.ts'
import { summarise } from '../../../lambdas/core/store/summary.ts'
import { MemoryLedger } from '../../../local/cli/replay/memory-ledger.ts'
import { apiDeps } from '../../support/api.ts'
import { aClaim, aHead, aJudgedClaim, aRuling, aStoredArticle } from '../../support/records.ts'
import { runCli } from './run-cli.ts'

const HOSTILE = '\u001B[31mThe \u0007road\r\n is \u202Eopen\u202C.\u001B[0m'
const idOf = (day: number) => claimIdOf(`day-${day}`, String(day).padStart(12, '0'))
const figure: Figure = {
  start: 0,
  end: 12,
  text: 'at least 200',
  value: 1200,
  low: 1200,
  high: 1200,
  qualifier: 'at least',
  unit: null,
  of: 'people',
  kind: 'killed',
  source: { name: 'the ministry' },
  sentence: { start: 0, end: 12 },
  rule: 'test',
}
const asked: URL[] = []
let api: typeof fetch

beforeAll(async () => {
  const stored = new Map<string, StoredArticle>()
  const ledger = new MemoryLedger()
  for (let day = 1; day <= 30; day++) {
    const at = `2023-09-${String(day).padStart(2, '0')}T10:00:00.000Z`
    const claims = [
      aClaim({
        id: idOf(day),
        entities: ['place:lachin'],
        figures: [0],
        content: { text: `${HOSTILE} Day ${day}`, spans: [] },
      }),
    ]
    const article = aStoredArticle({ id: `day-${day}`, at, claims })
    article.extraction.figures = [{ ...figure, value: 40 * day }]
    article.extraction.entities = [{ id: 'place:lachin', type: 'place', name: HOSTILE, aliases: [], mentions: [] }]
    stored.set(article.extraction.article.id, article)
    const judged = [
      aJudgedClaim({
        id: idOf(day),
        root: idOf(day),
        text: HOSTILE,
        content: HOSTILE,
        verdict: 'update',
        because: 'was 192 before',
      }),
    ]
    await ledger.keep(
      aRuling({
        id: alertIdOf('corridor', `day-${day}`, 'r1'),
        article: aHead({ id: `day-${day}`, at, title: HOSTILE }),
        claims: judged,
      }),
      [],
    )
  }
  const rejected = {
    id: 'rbad',
    key: 'articles/bad.txt',
    code: 'empty',
    reason: 'The upload is empty.',
    uploadedAt: '2023-09-24T11:00:00.000Z',
  }
  const list = [...stored.values()]
    .reverse()
    .map(article => ({ key: `${article.at}#${article.revision}`, item: summarise(article) }))
  const articles: Deps['articles'] = {
    get: async id => stored.get(id) ?? null,
    revisions: async id =>
      stored.has(id) ? [{ at: stored.get(id)!.at, revision: 'r1', uploadedAt: stored.get(id)!.uploadedAt }] : [],
    list: async ({ limit, after, since = '' }) => {
      const rest = list.filter(({ key }) => (!after || key < after) && key >= since)
      return { items: rest.slice(0, limit), more: rest.length > limit }
    },
    rejected: async id => (id === 'rbad' ? rejected : null),
    listRejected: async () => ({ items: [{ key: 'k', item: rejected }], more: false }),
  }
  const app = createApp(apiDeps({ articles, ledger }))
  api = async (input, init) => {
    asked.push(new URL(String(input)))
    return app.request(String(input), init)
  }
})

const query = (args: string[], columns?: number) => runCli(args, { fetch: api, ...(columns && { columns }) })

describe.each([
  ['claims', []],
  ['claims', ['--topic', 'corridor']],
  ['figures', ['--kind', 'killed']],
  ['entities', ['--type', 'place']],
  ['alerts', ['--topic', 'corridor']],
  ['articles', []],
  ['article', ['day-3']],
  ['claim', ['c_day-3_000000000003']],
  ['entity', ['place:lachin']],
  ['alert', ['al_corridor_day-3_r1']],
  ['figures', ['--chart']],
  ['claims', ['--all']],
  ['claims', ['--ids', '--topic', 'corridor']],
])('%s %j', (name, args) => {
  it.each([60, 100, 160])('fits a terminal of %i columns, whatever the articles hold', async columns => {
    const { code, stdout } = await query([name, ...args], columns)
    expect(code).toBe(0)
    const lines = withoutColour(stdout).split('\n')
    expect(lines.filter(line => line.length > columns)).toEqual([])
    expect(lines.length).toBeGreaterThan(5)
    expect(withoutColour(stdout)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
  })

  it('prints no colour to a file, nor where NO_COLOR is set', async () => {
    const ESC = '\u001B'
    expect((await query([name, ...args])).stdout).not.toContain(ESC)
    expect((await runCli([name, ...args], { fetch: api, columns: 80, env: { NO_COLOR: '1' } })).stdout).not.toContain(
      ESC,
    )
    expect((await query([name, ...args], 80)).stdout).toContain(ESC)
  })
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
const withoutColour = (text: string) => text.replace(/\u001B\[\d+m/g, '')

describe('what a person reads', () => {
  it('of a judged claim: the sentence, the verdict and why', async () => {
    const { stdout } = await query(['claims', '--topic', 'corridor', '--limit', '1'], 160)
    expect(stdout).toContain('The road is open. (was 192 before)')
    expect(stdout).toContain('update')
    expect(stdout).toContain('24 Sep 2023')
    expect(stdout).toContain('the ministry')
    expect(stdout).toContain('day-30')
  })

  it('of a figure: the number with its hedge, what is counted and who gave it', async () => {
    const { stdout } = await query(['figures', '--limit', '1'], 160)
    expect(stdout).toMatch(/at least 1,200 +people +killed +the ministry/)
  })

  it('of a claim: who has it, its figures over time, and why it was judged so', async () => {
    const { stdout } = await query(['claim', idOf(3)], 120)
    for (const words of [
      'UPDATE: was 192 before',
      'One outlet has it: Example Wire',
      'Sightings',
      'found by verb-before',
    ]) {
      expect(stdout).toContain(words)
    }
  })

  it('of figures over time: a bar for each, earliest first, to one scale', async () => {
    const lines = withoutColour((await query(['figures', '--chart', '--since', '2023-09-29'], 80)).stdout).split('\n')
    expect(lines.slice(0, 3)).toEqual([
      'the ministry · killed · people',
      '29 Sep 2023  ██████████████████████████████████▊   at least 1,160 · Example Wire',
      '30 Sep 2023  ████████████████████████████████████  at least 1,200 · Example Wire',
    ])
  })

  it('of an article: its claims, figures and entities; of a rejected one: the reason', async () => {
    const { stdout } = await query(['article', 'day-3'], 120)
    for (const words of ['The road opens', 'Example Wire', '24 Sep 2023', 'said', 'at least 120', 'place']) {
      expect(stdout).toContain(words)
    }
    expect((await query(['article', 'rbad'])).stdout).toBe('Rejected on 24 Sep 2023: The upload is empty.\n')
    expect((await query(['articles', '--rejected'])).stdout).toContain('The upload is empty.')
  })

  it('of a list without items: that there are none', async () => {
    expect((await query(['alerts', '--topic', 'talks'])).stdout).toBe('No alerts found.\n')
  })
})

describe('a list', () => {
  it('holds as many as were asked for, over several pages of the API, and says where it goes on', async () => {
    const { stdout, stderr } = await query(['claims', '--limit', '28', '--json'])
    const { items, next } = JSON.parse(stdout)
    expect(items.map(({ id }: { id: string }) => id)).toEqual(Array.from({ length: 28 }, (_, i) => idOf(30 - i)))
    expect(stderr).toBe('')
    const rest = JSON.parse((await query(['claims', '--cursor', next, '--json'])).stdout)
    expect(rest).toMatchObject({ items: [{ id: idOf(2) }, { id: idOf(1) }] })
    expect(rest.next).toBeUndefined()
  })

  it('tells a person on standard error where it goes on', async () => {
    const { stdout, stderr } = await query(['claims', '--limit', '2'])
    expect(stderr).toContain('--cursor ')
    expect(stdout).not.toContain('--cursor')
  })

  it('goes on behind pages that hold nothing, and ends after many', async () => {
    let asked = 0
    const empty: typeof fetch = async () => {
      asked++
      return Response.json({ items: asked === 15 ? [{ id: 'al_1' }] : [], next: 'on' })
    }
    const { stdout } = await runCli(['alerts', '--json', '--limit', '2'], { fetch: empty })
    expect({ asked, listed: JSON.parse(stdout) }).toEqual({
      asked: 35,
      listed: { items: [{ id: 'al_1' }], next: 'on' },
    })
  })

  it('comes whole with --all, as the same JSON', async () => {
    const { stdout, stderr } = await query(['claims', '--all', '--json'])
    const { items, next } = JSON.parse(stdout)
    expect(items.map(({ id }: { id: string }) => id)).toEqual(Array.from({ length: 30 }, (_, i) => idOf(30 - i)))
    expect({ next, stderr }).toEqual({ next: undefined, stderr: '' })
    expect(JSON.parse((await query(['alerts', '--topic', 'talks', '--all', '--json'])).stdout)).toEqual({ items: [] })
  })

  it.each([
    ['to a file', undefined],
    ['to a terminal', 80],
  ])('is one CSV table %s, with one header, over several pages', async (_, columns) => {
    const { stdout, stderr } = await query(['claims', '--csv', '--limit', '28'], columns)
    expect(stdout.match(/^id,source/gm)).toHaveLength(1)
    expect(stdout.match(/^c_day-\d+_/gm)).toHaveLength(28)
    expect(stderr).toContain('--cursor ')
    if (columns) expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
    else expect(stdout).toContain('\u202E')
  })

  it('as JSON is the same value, and can’t act on a terminal', async () => {
    const { stdout } = await query(['alerts', '--json', '--limit', '1'], 80)
    expect(JSON.parse(stdout).items[0].article.title).toBe(HOSTILE)
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
  })

  it('passes its filters on, with 7d as the time seven days ago', async () => {
    await query([
      'claims',
      '--topic',
      'corridor',
      '--verdict',
      'new',
      '--q',
      'road',
      '--since',
      '7d',
      '--until',
      '2024-03-09',
    ])
    expect(Object.fromEntries(asked.at(-1)!.searchParams)).toEqual({
      topic: 'corridor',
      verdict: 'new',
      q: 'road',
      since: '2024-03-03T12:00:00.000Z',
      until: '2024-03-09',
      limit: '20',
    })
  })
})

describe('when the API says no', () => {
  it('passes its words on: 2 where the command line is wrong, else 1', async () => {
    const unknown = await query(['claims', '--topic', 'weather'])
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toContain('corridor')
    expect((await query(['claims', '--topic', 'coridor'])).stderr).toContain('Did you mean: --topic corridor')
    const missing = await query(['article', 'no/such id'])
    expect(missing.code).toBe(1)
    expect(missing.stderr).toContain('no/such id')
  })

  it('ends with 3 where nobody listens, and says how to start it', async () => {
    const { code, stderr } = await runCli(['claims'])
    expect(code).toBe(3)
    expect(stderr).toContain("http://127.0.0.1:8787 can't be reached. Start it with: npm start")
    const env = { CLAIMWIRE_URL: 'https://news.example.org', CLAIMWIRE_TOKEN: 'a.b.c' }
    const elsewhere = await runCli(['claims'], { env })
    expect(elsewhere.stderr).toContain("https://news.example.org can't be reached. Is the address right?")
  })

  it.each([
    ['a page of another server', new Response('<html>', { status: 200 })],
    ['another server’s error', new Response('{"error":"x"}', { status: 502 })],
  ])('says that the address may be wrong: %s', async (_, response) => {
    const { code, stderr } = await runCli(['claims', '--api', 'https://example.org/api/', '--token', 'a.b.c'], {
      fetch: async () => response,
    })
    expect(code).toBe(1)
    expect(stderr).toContain('not as Claimwire does')
  })
})
