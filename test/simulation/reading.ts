import type { Article } from '../../lambdas/core/article/article.ts'
import { read as extract, type Reading } from '../../lambdas/core/extract/extract.ts'
import type { Topic } from '../../lambdas/core/topics/topic.ts'

const readings = new Map<string, Reading>()

/** In place of the extraction, which is pure and slow: the same few articles are read a million times. */
export function read(article: Article, topics: readonly Topic[]): Reading {
  const key = JSON.stringify(article)
  const known = readings.get(key) ?? extract(article, topics)
  readings.set(key, known)
  return known
}
