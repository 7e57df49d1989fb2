import path from 'node:path'
import type { Article } from '../../../lambdas/core/article/article.ts'
import { readArticle, readArticleJson } from '../../../lambdas/core/article/read-article.ts'
import { Rejection } from '../../../lambdas/core/article/rejection.ts'
import type { Values } from '../args/flags.ts'
import type { metadataFlags } from '../args/metadata.ts'
import type { Io } from '../io.ts'
import { readBytes } from './bytes.ts'

/** The article in a file, or on standard input for `-`. @throws {Rejection} @throws {NoFile} */
export async function articleOfFile(file: string, flags: Values<typeof metadataFlags>, io: Io): Promise<Article> {
  const { title, source, url, date } = flags
  return readArticle({
    body: await readBytes(file, io),
    fileName: file === '-' ? undefined : path.basename(file),
    metadata: { title, source, url, publishedAt: date },
  })
}

/** The article in one line of NDJSON. Nothing is stored under its id, so any word or number will do. @throws {Rejection} */
export function articleOfRow({ id, ...row }: Record<string, unknown>): Article {
  const article = readArticleJson(row)
  if (id === undefined || id === null) return article
  if (typeof id === 'string' || typeof id === 'number') return { ...article, id: String(id) }
  throw new Rejection('bad-article', 'The article can’t be read: id: expected a string.')
}
