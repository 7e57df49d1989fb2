import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../lambdas/core/article/article.ts'
import { revisionOf } from '../../lambdas/core/article/identity.ts'
import { alertIdOf } from '../../lambdas/core/ids.ts'
import { synthesised } from '../run/folder.ts'
import { Random } from '../simulation/random.ts'
import { generatedNews } from '../support/generated-news.ts'

/** CI kills 50 times, during 500 articles. */
const KILLS = Number(process.env.KILLS ?? 4)
const ARTICLES = KILLS * 10
const ROOT = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-kills-'))
const template = path.join(folder, 'template.json')
/** What a subscriber got, repeats included. */
const delivered: string[] = []
let subscriber: Server

beforeAll(async () => {
  writeFileSync(template, JSON.stringify(await synthesised()))
  subscriber = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const message = JSON.parse(Buffer.concat(chunks).toString()) as { id?: string; SubscribeURL?: string }
    if (message.SubscribeURL) await fetch(message.SubscribeURL)
    else if (message.id) delivered.push(message.id)
    response.end()
  })
  await new Promise<void>(listening => subscriber.listen(0, '127.0.0.1', listening))
}, 60_000)
afterAll(() => {
  subscriber.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Life {
  process: ChildProcess
  lines: Interface
  ended: Promise<unknown>
}

function begin(): Life {
  const webhook = `http://127.0.0.1:${(subscriber.address() as AddressInfo).port}/`
  const args = ['--import', 'tsx', 'test/support/killable.ts', path.join(folder, 'data'), template, webhook]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] })
  return { process: child, lines: createInterface(child.stdout!), ended: new Promise(end => child.once('exit', end)) }
}

const nextLine = <T>({ lines, ended }: Life): Promise<T | null> =>
  Promise.race([new Promise<T>(got => lines.once('line', line => got(JSON.parse(line)))), ended.then(() => null)])

/** Uploads what was not accepted yet, until all is or the process is gone. */
async function upload(apiUrl: string, waiting: Article[], most: number): Promise<void> {
  for (let i = 0; i < most && waiting.length > 0; i++) {
    const { title, source, publishedAt, text } = waiting[0]!
    try {
      const body = JSON.stringify({ id: waiting[0]!.id, title, source, publishedAt, text })
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${apiUrl}/v1/articles`, { method: 'POST', headers, body })
      if (!response.ok) return
      waiting.shift()
    } catch {
      return
    }
  }
}

describe(`a process that is killed ${KILLS} times at random while it takes in ${ARTICLES} articles`, () => {
  it('loses nothing, and tells each alert, again only under the same id', async () => {
    const random = new Random(7)
    const news = generatedNews(ARTICLES)
    const waiting = [...news]
    for (let kill = 0; kill < KILLS; kill++) {
      const life = begin()
      // Some die before they are up.
      const early = random.chance(0.1)
        ? sleep(random.between(50, 1_000)).then(() => null)
        : new Promise<never>(() => {})
      const started = await Promise.race([nextLine<{ apiUrl: string }>(life), early])
      if (started) {
        const uploading = upload(started.apiUrl, waiting, 11)
        await Promise.race([uploading, sleep(random.between(20, 600))])
        await sleep(random.between(0, 300))
      }
      life.process.kill('SIGKILL')
      await life.ended
    }
    const last = begin()
    const { apiUrl } = (await nextLine<{ apiUrl: string }>(last))!
    await upload(apiUrl, waiting, ARTICLES)
    expect(waiting).toEqual([])
    last.process.stdin!.end()
    const failures = await nextLine<{ deadLetters: Record<string, number>; undelivered: number }>(last)
    await last.ended

    expect(failures).toMatchObject({ undelivered: 0 })
    expect(Object.values(failures!.deadLetters).every(depth => depth === 0)).toBe(true)
    const wanted = news.map(({ id, text }, i) => alertIdOf(i % 2 === 0 ? 'corridor' : 'talks', id, revisionOf(text)))
    expect([...new Set(delivered)].sort()).toEqual(wanted.sort())
    console.log(
      `${KILLS} kills, ${ARTICLES} articles: ${delivered.length - wanted.length} alerts came again, under the same id`,
    )
  }, 600_000)
})
