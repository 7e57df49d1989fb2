import * as z from 'zod'
import { revisionOf } from '../../core/article/identity.ts'
import { BACKFILL_PREFIX, UPLOAD_PREFIX } from '../../core/store/keys.ts'
import { notFound } from '../problem.ts'
import { holds, listFields, outlet, words } from '../query.ts'
import { Reply, route } from '../route.ts'
import { walk } from '../walk.ts'

export const listArticles = route({
  operation: 'listArticles',
  method: 'get',
  path: '/v1/articles',
  summary: 'Stored articles, latest first; or the uploads that were rejected',
  query: {
    ...listFields,
    status: z.enum(['stored', 'rejected']).default('stored'),
    source: outlet,
    q: words('Words of the title.'),
  },
  csv: [
    'id',
    'title',
    'source',
    'url',
    'publishedAt',
    'uploadedAt',
    'entities',
    'figures',
    'claims',
    'key',
    'code',
    'reason',
  ],
  answer: async ({ query }, deps) => {
    if (query.status === 'rejected') {
      return walk(
        page => deps.articles.listRejected(page),
        query,
        upload => [upload],
      )
    }
    return walk(
      page => deps.articles.list(page),
      query,
      ({ entities, figures, ...head }) =>
        holds(head.source, query.source) && holds(head.title, query.q)
          ? [{ ...head, entities: entities.length, figures: figures.length }]
          : [],
    )
  },
})

export const getArticle = route({
  operation: 'getArticle',
  method: 'get',
  path: '/v1/articles/{id}',
  summary: 'One article with all that was found in it; or why it was rejected',
  params: { id: z.string().min(1).max(200) },
  query: {
    revision: z
      .string()
      .regex(/^[0-9a-f]{32}$/, 'expected 32 hex digits')
      .optional()
      .describe('One text of the article; without it, the latest.'),
  },
  answer: async ({ params: { id }, query: { revision } }, deps) => {
    const stored = await deps.articles.get(id, revision)
    if (stored) {
      const { extraction, uploadedAt } = stored
      const body = { status: 'stored' as const, revision: stored.revision, uploadedAt, ...extraction }
      return new Reply(body, revision ? { 'cache-control': 'private, max-age=31536000, immutable' } : {})
    }
    const rejected = revision ? null : await deps.articles.rejected(id)
    if (rejected) return { status: 'rejected' as const, ...rejected }
    throw notFound(`There is no article “${id.slice(0, 100)}”, stored or rejected; one just sent may take a moment.`)
  },
})

export const postArticle = route({
  operation: 'postArticle',
  method: 'post',
  path: '/v1/articles',
  summary: 'Send an article',
  description:
    'It is read in a moment; href answers 404 until then. What the query says wins over what the document says.',
  status: 202,
  query: {
    id: z.string().optional(),
    title: z.string().optional(),
    source: z.string().optional().describe('The outlet.'),
    url: z.string().optional(),
    publishedAt: z.string().optional().describe('A date such as 2023-09-24T10:00:00Z.'),
    fileName: z.string().max(300).optional(),
    backfill: z.enum(['true', 'false']).default('false').describe('Store it, and alert on nothing in it.'),
  },
  bytes: ['application/json', 'text/plain', 'text/markdown', 'text/html'],
  answer: async ({ query: { backfill, fileName, ...metadata }, body, headers }, deps) => {
    // Reading prose dates and pages takes libraries that no query needs.
    const { readArticleLazily } = await import('../../core/article/read-article-lazily.ts')
    const contentType = headers.get('content-type') ?? undefined
    const article = await readArticleLazily({ body: body as Uint8Array, contentType, fileName, metadata })
    const revision = revisionOf(article.text)
    const prefix = backfill === 'true' ? BACKFILL_PREFIX : UPLOAD_PREFIX
    const uploads = await deps.uploads()
    await uploads.put(`${prefix}${article.id}/${revision}.json`, JSON.stringify(article), 'application/json')
    const href = `/v1/articles/${article.id}`
    return new Reply({ id: article.id, revision, href }, { location: href })
  },
})
