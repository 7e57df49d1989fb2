import type { Article } from '../core/article/article.ts'
import { revisionOf } from '../core/article/identity.ts'
import { readArticleLazily } from '../core/article/read-article-lazily.ts'
import { Rejection } from '../core/article/rejection.ts'
import { topicsOf } from '../core/article/stored-article.ts'
import { BACKFILL_PREFIX } from '../core/store/keys.ts'
import { asUpload, rejectionId } from '../core/uploads/upload-record.ts'
import type { UploadedObject, UploadRef } from '../core/uploads/uploads.ts'
import type { Deps } from './deps.ts'

type Mending = Pick<Deps, 'uploads' | 'articles' | 'ledger' | 'notices' | 'claims' | 'log'>

export interface Sent {
  uploads: number
  claims: number
}

/** Sends an upload that left no record to be read again; of one that did, what was not judged or not told. All may be repeated. */
export async function mend(deps: Mending, key: string): Promise<Sent> {
  const object = await deps.uploads.read({ key, versionId: undefined })
  if (!object) return { uploads: 0, claims: 0 }
  const ref: UploadRef = { key, versionId: object.versionId }
  const article = await readOrNull(ref, object)
  const pending = article ? await unfinished(deps, article) : (await deps.articles.rejected(rejectionId(ref))) && []
  if (!pending) {
    await deps.notices.tell(ref)
    deps.log.info('upload sent again', { id: article?.id ?? rejectionId(ref) })
    return { uploads: 1, claims: 0 }
  }
  const backfill = key.startsWith(BACKFILL_PREFIX)
  await deps.claims.submit(pending.map(each => ({ ...each, backfill })))
  for (const { articleId, topic } of pending) deps.log.info('claims sent again', { articleId, topic })
  return { uploads: 0, claims: pending.length }
}

interface Unfinished {
  articleId: string
  revision: string
  topic: string
}

/** Under which topics its claims were not judged, or their alert is not sent; null where it isn't stored. */
async function unfinished(deps: Mending, { id, text }: Article): Promise<Unfinished[] | null> {
  const revision = revisionOf(text)
  const [stored, revisions] = await Promise.all([deps.articles.get(id, revision), deps.articles.revisions(id)])
  if (!stored || !revisions.some(listed => listed.revision === revision)) return null
  const topics = [...new Set(topicsOf(stored))]
  const rulings = await Promise.all(topics.map(topic => deps.ledger.ruling(topic, { id, revision, at: stored.at })))
  return topics
    .filter((_, i) => !rulings[i] || rulings[i].status === 'pending')
    .map(topic => ({ articleId: id, revision, topic }))
}

/** Null where it can't become an article. */
async function readOrNull(ref: UploadRef, object: UploadedObject): Promise<Article | null> {
  try {
    return await readArticleLazily(asUpload(ref, object))
  } catch (error) {
    if (error instanceof Rejection) return null
    throw error
  }
}
