import { describe, expect, it } from 'vitest'
import { createApp } from '../../lambdas/api/app.ts'
import { MAX_UPLOAD_BYTES } from '../../lambdas/core/article/article.ts'
import { apiDeps } from '../support/api.ts'

const app = createApp(apiDeps())
const long = (length: number) => 'a'.repeat(length)

interface Limit {
  what: string
  most: number
  path: (length: number) => string
  /** What is answered at the limit. */
  taken?: number
}
const LIMITS: Limit[] = [
  { what: 'limit', most: 100, path: n => `/v1/articles?limit=${n}` },
  { what: 'limit', most: 100, path: n => `/v1/claims?limit=${n}` },
  { what: 'limit', most: 100, path: n => `/v1/alerts?limit=${n}` },
  { what: 'q', most: 200, path: n => `/v1/articles?q=${long(n)}` },
  { what: 'entity', most: 200, path: n => `/v1/claims?entity=${long(n)}` },
  { what: 'id', most: 200, path: n => `/v1/articles/${long(n)}`, taken: 404 },
]

describe('what may be asked for', () => {
  it.each(LIMITS)('$what is taken up to $most: $path', async ({ what, most, path, taken = 200 }) => {
    expect((await app.request(path(most))).status).toBe(taken)
    const over = await app.request(path(most + 1))
    expect(over.status).toBe(400)
    expect(over.headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.stringify(await over.json())).toContain(`"${what}"`)
  })

  it('an article that is posted has 1 MB at most', async () => {
    const post = (bytes: number) =>
      app.request('/v1/articles', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: long(bytes) })
    const over = await post(MAX_UPLOAD_BYTES + 1)
    expect([over.status, over.headers.get('content-type')]).toEqual([413, 'application/problem+json'])
    // One of just 1 MB is let through to be read, and is then too long a text.
    expect(JSON.stringify(await (await post(MAX_UPLOAD_BYTES)).json())).toContain('200,000')
  })
})
