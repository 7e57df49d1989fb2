import type { SQSRecord } from 'aws-lambda'
import type { Article } from '../core/article/article.ts'
import { revisionOf } from '../core/article/identity.ts'
import { readArticle } from '../core/article/read-article.ts'
import { Rejection } from '../core/article/rejection.ts'
import { around, type Revision } from '../core/article/revisions.ts'
import { type StoredArticle, topicsOf } from '../core/article/stored-article.ts'
import { batchHandler } from '../core/batch.ts'
import { read } from '../core/extract/extract.ts'
import { fingerprint } from '../core/ledger/fingerprint.ts'
import { BACKFILL_PREFIX, CANARY_PREFIX } from '../core/store/keys.ts'
import { uploadsIn } from '../core/uploads/upload-event.ts'
import { asUpload, rejectionId } from '../core/uploads/upload-record.ts'
import type { UploadRef } from '../core/uploads/uploads.ts'
import type { Deps } from './deps.ts'

/** From an upload to what is stored of it, and on to the judging of its claims. Safe to repeat at any point. */
export function createHandler(deps: Deps) {
  return batchHandler(async (record: SQSRecord, log) => {
    for (const upload of uploadsIn(record.body)) {
      const isCanary = upload.key.startsWith(CANARY_PREFIX)
      await ingest({ ...deps, ...(isCanary && deps.canary), log }, upload)
    }
  }, deps)
}

async function ingest(deps: Deps, upload: UploadRef): Promise<void> {
  const object = await deps.metrics.timed('read', () => deps.uploads.read(upload))
  // Deleted before it was read: there is nothing left to lose.
  if (!object) return deps.log.info('upload gone', { key: upload.key })
  try {
    const article = readArticle(asUpload(upload, object))
    const stored = await toStored(deps, article, object.uploadedAt)
    const { articles, metrics } = deps
    const revisions = await metrics.timed('store', () =>
      stored.kept ? articles.register(stored.article) : articles.put(stored.article),
    )
    if (!stored.kept) count(deps, stored.article)
    await submit(deps, stored.article, revisions, upload.key.startsWith(BACKFILL_PREFIX))
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    const id = rejectionId(upload)
    const { uploadedAt } = object
    await deps.articles.reject({ id, key: upload.key, code: error.code, reason: error.message, uploadedAt })
    deps.metrics.count('Rejected')
    deps.log.info('upload rejected', { id, code: error.code })
  }
}

function count({ metrics }: Deps, { extraction }: StoredArticle): void {
  metrics.count('Articles')
  metrics.count('Claims', extraction.claims.length)
  metrics.count('Partial', extraction.partial ? 1 : 0)
}

interface Stored {
  article: StoredArticle
  /** Whether its body is in the store already. */
  kept: boolean
}

/** A text that is kept already is not read again; one that was kept this moment may be, and the first reading stands. */
async function toStored(deps: Deps, article: Article, uploadedAt: string): Promise<Stored> {
  const revision = revisionOf(article.text)
  const known = await deps.articles.peek(article.id, revision)
  if (known) return { article: known, kept: true }
  const topics = await deps.topics.all()
  const reading = await deps.metrics.timed('extract', () => read(article, topics, deps.timeLimit()))
  const { entities, figures, claims, partial } = reading.extraction
  const counts = { entities: entities.length, figures: figures.length, claims: claims.length, partial: !!partial }
  deps.log.info('article read', { articleId: article.id, revision, ...counts })
  const at = article.publishedAt ?? uploadedAt
  return { article: { ...reading, revision, at, uploadedAt, fingerprint: fingerprint(article.text) }, kept: false }
}

/**
 * Hands the text on under its own topics and under those of the text before it, which it may have dropped. A text that comes
 * after its own correction hands the correction on first under the topics that it dropped, so that it stands under all that
 * either has; under its own topics the correction was handed on when it came, as new or to fill the past.
 */
async function submit(
  deps: Deps,
  article: StoredArticle,
  revisions: readonly Revision[],
  backfill: boolean,
): Promise<void> {
  const articleId = article.extraction.article.id
  const { earlier, later } = around(revisions, article.revision)
  const textOf = (other: Revision | null) => other && deps.articles.get(articleId, other.revision)
  const [before, after] = await Promise.all([textOf(earlier), textOf(later)])
  const topics = [...new Set([article, before].flatMap(text => (text ? topicsOf(text) : [])))]
  const under = (text: { revision: string }) => (topic: string) => ({
    articleId,
    revision: text.revision,
    topic,
    backfill,
  })
  // Apart from the text's own, for of one request any part may fail.
  if (after) {
    const dropped = topics.filter(topic => !topicsOf(after).includes(topic))
    await deps.claims.submit(dropped.map(under(after)))
  }
  await deps.claims.submit(topics.map(under(article)))
}
