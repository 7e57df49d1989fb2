import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { MAX_UPLOAD_BYTES } from '../../core/article/article.ts'
import { textHash } from '../../core/article/identity.ts'
import { readArticleLazily } from '../../core/article/read-article-lazily.ts'
import { Rejection } from '../../core/article/rejection.ts'
import { BACKFILL_PREFIX, UPLOAD_PREFIX } from '../../core/store/keys.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem.ts'
import { holds, listFields, readQuery, words } from '../query.ts'
import { walk } from '../walk.ts'

const ListArticles = z.strictObject({
  ...listFields,
  status: z.enum(['stored', 'rejected']).default('stored'),
  source: words,
  q: words,
})
const PostArticle = z.strictObject({
  id: z.string().optional(),
  title: z.string().optional(),
  source: z.string().optional(),
  url: z.string().optional(),
  publishedAt: z.string().optional(),
  fileName: z.string().max(300).optional(),
  backfill: z.enum(['true', 'false']).default('false'),
})

export function articleRoutes(deps: Deps): Hono {
  const routes = new Hono()

  routes.get('/', async context => {
    const query = readQuery(ListArticles, context.req.query())
    if (query.status === 'rejected') {
      return context.json(
        await walk(
          page => deps.articles.listRejected(page),
          query,
          upload => [upload],
        ),
      )
    }
    const list = (page: Parameters<typeof deps.articles.list>[0]) => deps.articles.list(page)
    const answer = await walk(list, query, ({ entities, figures, ...head }) =>
      holds(head.source, query.source) && holds(head.title, query.q)
        ? [{ ...head, entities: entities.length, figures: figures.length }]
        : [],
    )
    return context.json(answer)
  })

  routes.get('/:id', async context => {
    const id = context.req.param('id')
    const stored = await deps.articles.get(id)
    if (stored) {
      const { extraction, revision, uploadedAt } = stored
      return context.json({ status: 'stored', revision, uploadedAt, ...extraction })
    }
    const rejected = await deps.articles.rejected(id)
    if (rejected) return context.json({ status: 'rejected', ...rejected })
    throw notFound(`There is no article “${id.slice(0, 100)}”, stored or rejected; one just sent may take a moment.`)
  })

  routes.post('/', async context => {
    const { backfill, fileName, ...metadata } = readQuery(PostArticle, context.req.query())
    const body = await readBody(context)
    const article = await readArticleLazily({
      body,
      contentType: context.req.header('content-type'),
      fileName,
      metadata,
    })
    const revision = textHash(article.text).slice(0, 32)
    const prefix = backfill === 'true' ? BACKFILL_PREFIX : UPLOAD_PREFIX
    await deps.uploads.put(`${prefix}${article.id}/${revision}.json`, JSON.stringify(article), 'application/json')
    const href = `/v1/articles/${article.id}`
    return context.json({ id: article.id, revision, href }, 202, { location: href })
  })

  return routes
}

async function readBody(context: Context): Promise<Uint8Array> {
  const body = new Uint8Array(await context.req.arrayBuffer())
  if (body.length <= MAX_UPLOAD_BYTES) return body
  const limit = MAX_UPLOAD_BYTES.toLocaleString('en-US')
  throw new Rejection(
    'too-large',
    `The upload has ${body.length.toLocaleString('en-US')} bytes; at most ${limit} are read.`,
  )
}
