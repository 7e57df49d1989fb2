import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

const first = {
  id: 'first',
  source: 'Alpha Wire',
  publishedAt: '2024-03-01T10:00:00Z',
  text: 'The ministry said on Friday that the Lachin corridor had been closed. The harvest was good.',
}
const copy = { ...first, id: 'copy', source: 'Beta News', publishedAt: '2024-03-01T12:00:00Z' }
const talks = {
  id: 'talks',
  source: 'Beta News',
  publishedAt: '2024-03-02T10:00:00Z',
  text: 'The two governments will hold peace talks in Geneva next week, the envoy said.',
}

async function replay(...articles: object[]) {
  const { code, stdout } = await runCli(['replay', '--ndjson'], { stdin: articles.map(a => `${JSON.stringify(a)}\n`) })
  expect(code).toBe(0)
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}
const judged = ({ claims }: { claims: { verdict: string | null }[] }) =>
  claims.filter(({ verdict }) => verdict !== null)

describe('replay --ndjson', () => {
  it('alerts on a new claim, with the claims of the contract', async () => {
    const [line] = await replay(first)
    expect(line).toMatchObject({ id: 'first', text: first.text })
    const [claim] = judged(line)
    expect(claim).toMatchObject({ verdict: 'new', ref: null, topics: ['corridor'], because: expect.any(String) })
    expect(line.alerts).toMatchObject([{ topic: 'corridor', claims: [(claim as unknown as { id: string }).id] }])
  })

  it('names a copy in another outlet a repeat of the first, and does not alert', async () => {
    const [original, line] = await replay(first, copy)
    expect(judged(line)).toMatchObject([
      { verdict: 'repeat', ref: { id: original.alerts[0].claims[0], outlet: 'Alpha Wire' } },
    ])
    expect(line.alerts).toEqual([])
  })

  it('takes the same article twice for nothing', async () => {
    const [, again] = await replay(first, first)
    expect(judged(again)).toMatchObject([{ verdict: 'repeat' }])
    expect(again.alerts).toEqual([])
  })

  it('judges each topic against its own past only', async () => {
    const lines = await replay(first, talks, copy)
    expect(lines.map(line => line.alerts.map(({ topic }: { topic: string }) => topic))).toEqual([
      ['corridor'],
      ['talks'],
      [],
    ])
  })

  const corrected = { ...first, publishedAt: '2024-03-03T10:00:00Z', text: 'Peace talks began, the envoy said.' }

  it('marks a later text of a known article as a correction, and names what it dropped with a whole topic', async () => {
    const [before, after] = await replay(first, corrected)
    expect(before.alerts).toMatchObject([{ correction: false, withdrawn: [] }])
    expect(after.alerts).toMatchObject([
      { topic: 'talks', correction: true, withdrawn: [] },
      { topic: 'corridor', correction: true, claims: [], withdrawn: before.alerts[0].claims },
    ])
  })

  it('tells nobody of a text that comes after its own correction', async () => {
    const [, late] = await replay(corrected, first)
    expect(judged(late)).toMatchObject([{ verdict: 'new' }])
    expect(late.alerts).toEqual([])
  })

  it('begins with an empty ledger each time', async () => {
    const [once] = await replay(first)
    const [again] = await replay(first)
    expect(again).toEqual(once)
  })
})
