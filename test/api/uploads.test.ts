import { describe, expect, it } from 'vitest'
import { createApp } from '../../lambdas/api/app.ts'
import type { PresignRequest } from '../../lambdas/core/uploads/uploads.ts'
import { apiDeps } from '../support/api.ts'

const asked: PresignRequest[] = []
const presign = async (request: PresignRequest) => {
  asked.push(request)
  return { url: 'https://bucket.example.org/x', headers: {}, expiresAt: '2023-09-24T10:15:00.000Z' }
}
const app = createApp(apiDeps({ presigner: async () => ({ presign }) }))
const ask = async (body: object) => {
  const headers = { 'content-type': 'application/json' }
  const response = await app.request('/v1/uploads', { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as { id: string | null; href: string | null } }
}
const given = { size: 1_000, contentType: 'text/html' }

describe('POST /v1/uploads', () => {
  it('knows the article’s id where its url is known, and says where it can be read', async () => {
    const [one, other] = [
      await ask({ ...given, url: 'https://example.org/a?utm_source=x' }),
      await ask({ ...given, url: 'http://www.example.org/a/' }),
    ]
    expect(one).toMatchObject({
      status: 201,
      body: { method: 'PUT', id: other.body.id, href: `/v1/articles/${one.body.id}` },
    })
    expect((await ask(given)).body).toMatchObject({ id: null, href: null })
  })

  it('puts what is not to alert where backfills lie, and keeps the name that tells the format', async () => {
    await ask({ ...given, backfill: true, fileName: 'page.html', publishedAt: '24 September 2023' })
    expect(asked.at(-1)).toMatchObject({
      key: expect.stringMatching(/^articles\/backfill\/[0-9a-f-]{36}\/page\.html$/),
      metadata: { publishedAt: '2023-09-24T00:00:00.000Z' },
    })
  })

  it.each([
    ['more than is read', { size: 1_000_001 }, 400, 'size'],
    ['a type that is not read', { contentType: 'image/png' }, 400, 'contentType'],
    ['a name with a path', { fileName: '../x' }, 400, 'fileName'],
    ['a date that is none', { publishedAt: 'soon' }, 422, undefined],
    [
      'more metadata than S3 takes',
      { title: 'ж'.repeat(500), url: `https://example.org/${'a'.repeat(1_900)}` },
      422,
      undefined,
    ],
  ])('refuses %s', async (_, wrong, status, field) => {
    expect(await ask({ ...given, ...wrong })).toMatchObject({ status, body: { status, ...(field && { field }) } })
  })
})
