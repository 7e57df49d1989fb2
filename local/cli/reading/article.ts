import { createHash } from 'node:crypto'
import type { Article } from '../../../lambdas/core/article/article.ts'
import { Unreadable } from './unreadable.ts'

/** The article that one line of NDJSON holds. Throws Unreadable. */
export function articleOfRow(row: Record<string, unknown>): Article {
  const { text } = row
  if (typeof text !== 'string' || text.trim() === '') throw new Unreadable('empty', 'the article has no text')
  const field = (name: string) => (row[name] === undefined || row[name] === null ? null : String(row[name]))
  return {
    id: field('id') ?? createHash('sha256').update(text).digest('hex').slice(0, 16),
    title: field('title'),
    source: field('source'),
    url: field('url'),
    publishedAt: field('publishedAt'),
    language: 'en',
    text: text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n'),
  }
}

/** The article that a file's bytes hold; `given` goes before what the document says of itself. Throws Unreadable. */
export function articleOfBytes(bytes: Uint8Array, given: Record<string, unknown>): Article {
  return articleOfRow({ ...given, text: new TextDecoder().decode(bytes) })
}
