import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { MAX_UPLOAD_BYTES } from '../../core/article/article.ts'
import { articleId } from '../../core/article/identity.ts'
import { BACKFILL_PREFIX, UPLOAD_PREFIX } from '../../core/store/keys.ts'
import { encodeWord } from '../../core/uploads/encoded-word.ts'
import { Problem } from '../problem.ts'
import { route } from '../route.ts'

const CONTENT_TYPES = ['text/plain', 'text/markdown', 'text/html', 'application/json'] as const
const line = z.string().max(2000).optional()

export const postUpload = route({
  operation: 'postUpload',
  method: 'post',
  path: '/v1/uploads',
  summary: 'Ask for a URL to upload an article to',
  description:
    'For what is not sent through the API: PUT the body to url with exactly these headers. Whether it can be read shows later: href where the id is known, else GET /v1/articles?status=rejected.',
  status: 201,
  json: z.strictObject({
    size: z.int().min(1).max(MAX_UPLOAD_BYTES).describe('Of the body, in bytes.'),
    contentType: z.enum(CONTENT_TYPES),
    fileName: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,100}$/, 'expected at most 100 of A-Z, a-z, 0-9, ., _ and -')
      .optional(),
    id: line,
    title: line,
    source: line.describe('The outlet.'),
    url: line,
    publishedAt: line.describe('A date such as 2023-09-24T10:00:00Z.'),
    backfill: z.boolean().default(false).describe('Store it, and alert on nothing in it.'),
  }),
  answer: async ({ body: { size, contentType, fileName = 'article', backfill, ...given } }, deps) => {
    // Reading prose dates takes a library that no query needs.
    const { givenMetadata } = await import('../../core/article/metadata.ts')
    const metadata = Object.fromEntries(
      Object.entries(givenMetadata(given)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    )
    checkSize(metadata)
    const key = `${backfill ? BACKFILL_PREFIX : UPLOAD_PREFIX}${randomUUID()}/${fileName}`
    const presigner = await deps.presigner()
    const { id = idOf(metadata.url) } = metadata
    const upload = await presigner.presign({ key, size, contentType, metadata })
    return { method: 'PUT' as const, ...upload, key, id, href: id === null ? null : `/v1/articles/${id}` }
  },
})

/** S3 takes so many bytes of metadata, names and values together. */
const MOST_METADATA = 2_048

function checkSize(metadata: Record<string, string>): void {
  const bytes = Object.entries(metadata).reduce((sum, [name, value]) => sum + name.length + encodeWord(value).length, 0)
  if (bytes <= MOST_METADATA) return
  const detail = `Together they have ${bytes} bytes; S3 takes ${MOST_METADATA}. Put them into the article itself.`
  throw new Problem(422, 'too-long', 'Title, outlet, url and the rest are too long', detail)
}

/** Of an article with a url the id is known before its text is. */
const idOf = (url: string | undefined): string | null => (url ? articleId({ url, title: null, text: '' }) : null)
