import { setTimeout as sleep } from 'node:timers/promises'
import type { Claim } from '../../../lambdas/core/extract/types.ts'
import { alertIdOf } from '../../../lambdas/core/ids.ts'
import type { Client, Query } from '../http/client.ts'
import { Refused } from '../http/refused.ts'
import { Unreachable } from '../http/send.ts'
import type { ClaimWithHistory, RejectedItem } from '../queries/types.ts'
import type { Listed } from '../queries/walk.ts'
import { Pool } from './pool.ts'
import type { Progress, Uploaded } from './progress.ts'

export interface Outcome {
  stored: number
  /** Of them, those that were stored before: they raise no alert again. */
  known: number
  alerts: { id: string; topic: string; title: string | null }[]
  /** Names of those whose end was not seen in time. */
  waiting: string[]
}
interface Stored {
  claims: Claim[]
  uploadedAt: string
}
interface Watch {
  client: Client
  progress: Progress
  atOnce: number
  /** When the upload began. */
  began: Date
  /** Gives up so long after the last of them was done. */
  patienceMs: number
}
const SHORTEST_MS = 200
const LONGEST_MS = 2000

/** Waits until the uploads are stored and judged, and tells what came of them; those rejected are told as failed. */
export async function outcomeOf(uploads: readonly Uploaded[], watch: Watch): Promise<Outcome> {
  const { client, progress, atOnce, began, patienceMs } = watch
  // S3 tells the time of an upload in whole seconds.
  const earliest = new Date(Math.floor(began.getTime() / 1000) * 1000).toISOString()
  const outcome: Outcome = { stored: 0, known: 0, alerts: [], waiting: [] }
  let giveUp = Date.now() + patienceMs
  const pool = new Pool(atOnce)
  const unseen: Uploaded[] = []
  for (const upload of uploads) {
    await pool.add(async () => {
      const until = <T>(look: () => Promise<T | undefined>) => poll(look, () => Date.now() < giveUp)
      const article = await until(() => storedAs(upload, client))
      if (!article) return void unseen.push(upload)
      outcome.stored++
      giveUp = Date.now() + patienceMs
      progress.bar(outcome.stored, uploads.length, `stored ${outcome.stored} of ${uploads.length}`)
      if (article.uploadedAt < earliest) return void outcome.known++
      for (const [topic, claim] of topicsOf(article.claims)) {
        const judged = await until(() => alertOf(topic, claim, upload, client))
        if (!judged) outcome.waiting.push(upload.name)
        else if (judged.id !== null) outcome.alerts.push({ id: judged.id, topic, title: upload.title })
      }
    })
  }
  await pool.done()
  const rejected = unseen.length > 0 ? await rejections(client) : []
  for (const { name, key } of unseen) {
    const found = rejected.find(one => one.key.endsWith(key))
    if (found) progress.fail(name, found.reason)
    else outcome.waiting.push(name)
  }
  progress.clear()
  return outcome
}

/** Looks again until there is an answer; undefined where it comes not in time. */
async function poll<T>(look: () => Promise<T | undefined>, isInTime: () => boolean): Promise<T | undefined> {
  for (let wait = SHORTEST_MS; ; wait = Math.min(2 * wait, LONGEST_MS)) {
    const found = await look()
    if (found !== undefined || !isInTime()) return found
    await sleep(wait)
  }
}

/** Undefined until the article is stored. */
const storedAs = async ({ id, revision }: Uploaded, client: Client) =>
  (await found(client, `/v1/articles/${encodeURIComponent(id)}`, { revision })) as Stored | undefined

/** Of each topic a claim: whether that is judged tells whether the topic's are. */
const topicsOf = (claims: readonly Claim[]): Map<string, string> =>
  new Map(claims.flatMap(({ id, topics }) => topics.map(topic => [topic, id] as const)))

/** The alert on an article under a topic, an id of null where it raised none, undefined until it is judged. */
async function alertOf(topic: string, claim: string, { id, revision }: Uploaded, client: Client) {
  const shown = (await found(client, `/v1/claims/${encodeURIComponent(claim)}`)) as ClaimWithHistory | undefined
  if (!shown?.topics.some(history => history.topic === topic)) return undefined
  // Only now: an alert that was looked for before its claims were judged may have come in between.
  const alert = alertIdOf(topic, id, revision)
  return { id: (await found(client, `/v1/alerts/${encodeURIComponent(alert)}`)) ? alert : null }
}

async function found(client: Client, path: string, query: Query = {}): Promise<unknown> {
  try {
    return await client.get(path, query)
  } catch (error) {
    // Not there yet, or the API has too much to do: that is told once patience ends, and loses no summary.
    const isPassing =
      error instanceof Unreachable ||
      (error instanceof Refused && (error.status >= 500 || [404, 429].includes(error.status)))
    if (isPassing) return undefined
    throw error
  }
}

const rejections = async (client: Client): Promise<RejectedItem[]> =>
  ((await found(client, '/v1/articles', { status: 'rejected', limit: '100' })) as Listed<RejectedItem> | undefined)
    ?.items ?? []
