import { describe, expect, it } from 'vitest'
import { alertOf } from '../../../lambdas/core/notify/alert.ts'
import { aHead, aRuling } from '../../support/records.ts'
import { runCli } from './run-cli.ts'

const alert = (id: string, title: string) => ({
  ...alertOf(aRuling({ id, article: aHead({ title }) })),
  status: 'sent',
})
const page = (...items: object[]) => Response.json({ items })

/** Watches an API that answers so, one answer per look, until the last was given. */
async function watch(args: string[], answers: object[][]) {
  const end = new AbortController()
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async input => {
    asked.push(String(input))
    const answer = answers[Math.min(asked.length, answers.length) - 1]!
    if (asked.length > answers.length) end.abort()
    return page(...answer)
  }
  const ran = await runCli(['watch', '--every', '0.1', ...args], { fetch, signal: end.signal })
  return { ...ran, asked }
}

describe('watch', () => {
  it('prints what comes after it began, each once, the earlier first', async () => {
    const [old, first, second] = [alert('al_1', 'Old'), alert('al_2', 'First'), alert('al_3', 'Second')]
    const { code, stdout } = await watch([], [[old], [second, first, old], [second, first, old]])
    expect(code).toBe(0)
    expect(stdout).not.toContain('Old')
    expect(stdout.match(/First|Second/g)).toEqual(['First', 'Second'])
    expect(stdout).toContain(
      'NEW · the ministry\n  the road was open\n  Sentence: The ministry said the road was open.\n  Why: nothing like it was claimed before',
    )
  })

  it('finds an alert on an older article among the others', async () => {
    const [latest, older] = [alert('al_1', 'Latest'), alert('al_2', 'Older')]
    expect((await watch([], [[latest], [latest, older]])).stdout).toContain('Older')
  })

  it('goes on where the API was away for a while, and shows nothing twice', async () => {
    const end = new AbortController()
    const answers = [
      () => page(alert('al_1', 'Old')),
      () => page(alert('al_2', 'First'), alert('al_1', 'Old')),
      () => Promise.reject(new TypeError('fetch failed')),
      () => Response.json({ message: 'Service Unavailable' }, { status: 503 }),
      () => page(alert('al_3', 'Second'), alert('al_2', 'First'), alert('al_1', 'Old')),
    ]
    const fetch: typeof globalThis.fetch = async () => {
      const answer = answers.shift()
      if (!answer) end.abort()
      return answer ? answer() : page()
    }
    const { code, stdout, stderr } = await runCli(['watch', '--every', '0.1'], { fetch, signal: end.signal })
    expect(stdout.match(/Old|First|Second/g)).toEqual(['First', 'Second'])
    expect(stderr.match(/Trying again|answers again/g)).toEqual(['Trying again', 'answers again'])
    expect(code).toBe(0)
  })

  it('ends where it isn’t let in any more', async () => {
    const answers = [page(), new Response('{"message":"Forbidden"}', { status: 403 })]
    const { code } = await runCli(['watch', '--every', '0.1'], { fetch: async () => answers.shift()! })
    expect(code).toBe(4)
  })

  it('writes one line of JSON per alert for machines', async () => {
    const { stdout } = await watch(['--json'], [[], [alert('al_2', 'B'), alert('al_1', 'A')]])
    expect(
      stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).id),
    ).toEqual(['al_1', 'al_2'])
  })

  it('asks for its topic only', async () => {
    const { asked } = await watch(['--topic', 'talks'], [[], []])
    for (const url of asked) expect(new URL(url).searchParams.get('topic')).toBe('talks')
  })
})
