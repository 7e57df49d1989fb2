import { revisionOf } from '../../../lambdas/core/article/identity.ts'
import { readArticle } from '../../../lambdas/core/article/read-article.ts'
import { Rejection } from '../../../lambdas/core/article/rejection.ts'
import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'
import type { Uploadable } from '../articles.ts'
import { read } from '../reading.ts'

/** What has to come of an upload. */
export type Expected =
  | { isReadable: true; articleId: string; revision: string; topics: readonly string[] }
  | { isReadable: false }

const known = new Map<Uploadable['body'], Expected>()

export function expectedOf(upload: Uploadable): Expected {
  const expected = known.get(upload.body) ?? find(upload)
  known.set(upload.body, expected)
  return expected
}

function find({ body, contentType }: Uploadable): Expected {
  if (body.length > 1_000_000) return { isReadable: false }
  try {
    const article = readArticle({ body, contentType })
    const { claims } = read(article, SHIPPED_TOPICS).extraction
    const topics = [...new Set(claims.flatMap(claim => claim.topics))]
    return { isReadable: true, articleId: article.id, revision: revisionOf(article.text), topics }
  } catch (error) {
    if (error instanceof Rejection) return { isReadable: false }
    throw error
  }
}
