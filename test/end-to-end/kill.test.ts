import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startPipeline } from '../support/pipeline.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Row {
  id: string
}

/** What is stored in the end: ids of articles, claims and alerts. */
async function stateOf(dataDir: string) {
  const { cloud, get } = await startPipeline(dataDir)
  try {
    await cloud.idle()
    const all = async (route: string): Promise<string[]> => {
      const ids: string[] = []
      for (let cursor = ''; ; ) {
        const { body } = (await get(`/v1/${route}?limit=100${cursor}`)) as { body: { items: Row[]; next?: string } }
        ids.push(...body.items.map(({ id }) => id))
        if (!body.next) return ids.sort()
        cursor = `&cursor=${body.next}`
      }
    }
    return { articles: await all('articles'), claims: await all('claims'), alerts: await all('alerts') }
  } finally {
    await cloud.close()
  }
}

const ingest = (dataDir: string): ChildProcess =>
  spawn(process.execPath, ['local/bin/claimwire.mjs', 'start', '--once', '--data', dataDir], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
const ended = (child: ChildProcess): Promise<number | null> => new Promise(resolve => child.once('exit', resolve))

describe('a process that is killed in the middle of an ingest', () => {
  it('ends, started again, with the same claims and alerts as one that was left alone', async () => {
    const calm = path.join(folder, 'calm')
    expect(await ended(ingest(calm))).toBe(0)

    const killed = path.join(folder, 'killed')
    const child = ingest(killed)
    // The first alert shows that the ingest is under way.
    await new Promise(resolve => child.stdout!.once('data', resolve))
    child.kill('SIGKILL')
    await ended(child)
    expect(await ended(ingest(killed))).toBe(0)

    const expected = await stateOf(calm)
    expect(expected.articles.length).toBeGreaterThanOrEqual(10)
    expect(await stateOf(killed)).toEqual(expected)
  }, 180_000)
})
