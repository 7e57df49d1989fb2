import type { Article } from '../../lambdas/core/article/article.ts'
import type { Reading } from '../../lambdas/core/extract/extract.ts'
import type { Topic } from '../../lambdas/core/topics/topic.ts'

type Read = (article: Article, topics: readonly Topic[]) => Reading

/** The extraction, remembering what it has read under the same topics: it is pure and slow, and the same few articles come again and again. */
export function remembering(read: Read): Read {
  const readings = new Map<string, Reading>()
  return (article, topics) => {
    const key = JSON.stringify(article)
    const known = readings.get(key) ?? read(article, topics)
    readings.set(key, known)
    return known
  }
}
