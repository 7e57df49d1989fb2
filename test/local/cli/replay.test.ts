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

  it('marks a later text of a known article as a correction', async () => {
    const later = {
      ...first,
      publishedAt: '2024-03-03T10:00:00Z',
      text: 'Peace talks began in Geneva, the envoy said.',
    }
    const [before, after] = await replay(first, later)
    expect(before.alerts[0].correction).toBe(false)
    expect(after.alerts).toMatchObject([{ topic: 'talks', correction: true }])
  })

  it('begins with an empty ledger each time', async () => {
    const [once] = await replay(first)
    const [again] = await replay(first)
    expect(again).toEqual(once)
  })
})
