import { setTimeout as sleep } from 'node:timers/promises'
import type { Article } from '../../../lambdas/core/article/article.ts'
import { revisionOf } from '../../../lambdas/core/article/identity.ts'
import type { Client } from '../http/client.ts'
import { Refused } from '../http/refused.ts'

/** An article that was accepted, though it may not be read yet. */
export interface Sent {
  id: string
  revision: string
  /** The end of its name in the bucket: a rejected upload is listed with it. */
  key: string
}
/** Over this the body goes straight to the bucket, and not through the api function. In bytes. */
const LARGE = 256_000
/** Waits before each further try, where the API has too much to do. */
const WAITS_MS = [250, 500, 1000, 2000]

/** Uploads an article. @throws {Refused} @throws {Unreachable} */
export async function send(article: Article, backfill: boolean, client: Client): Promise<Sent> {
  const { id } = article
  const revision = revisionOf(article.text)
  const body = JSON.stringify(article)
  const size = Buffer.byteLength(body)
  const key = await patiently(async () => {
    if (size > LARGE) return sendToBucket(body, size, backfill, client)
    await client.post('/v1/articles', article, { backfill: backfill ? 'true' : undefined })
    return `${id}/${revision}.json`
  })
  return { id, revision, key }
}

async function sendToBucket(body: string, size: number, backfill: boolean, client: Client): Promise<string> {
  const asked = { size, contentType: 'application/json', backfill }
  const place = (await client.post('/v1/uploads', asked)) as {
    url: string
    headers: Record<string, string>
    key: string
  }
  await client.upload(place.url, place.headers, body)
  return place.key
}

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Refused && (error.status === 429 || error.status === 503))) throw error
      await sleep(wait)
    }
  }
  return attempt()
}
