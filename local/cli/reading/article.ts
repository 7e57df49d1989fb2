import path from 'node:path'
import type { Article } from '../../../lambdas/core/article/article.ts'
import { readArticleLazily } from '../../../lambdas/core/article/read-article-lazily.ts'
import { Rejection } from '../../../lambdas/core/article/rejection.ts'
import type { Values } from '../args/flags.ts'
import type { metadataFlags } from '../args/metadata.ts'
import type { Io } from '../io.ts'
import { readBytes } from './bytes.ts'
import type { Row } from './each-line.ts'

/** The article in a file, or on standard input for `-`. @throws {Rejection} @throws {NoFile} */
export async function articleOfFile(file: string, flags: Values<typeof metadataFlags>, io: Io): Promise<Article> {
  const { title, source, url, date } = flags
  return readArticleLazily({
    body: await readBytes(file, io),
    fileName: file === '-' ? undefined : path.basename(file),
    metadata: { title, source, url, publishedAt: date },
  })
}

/** The article in one line of NDJSON. @throws {Rejection} */
export function articleOfRow(row: Row): Promise<Article> {
  return readArticleLazily({ body: JSON.stringify(row), contentType: 'application/json' })
}

/** The same where nothing is stored under the article's id, so that any word or number will do. @throws {Rejection} */
export async function articleOfAnyId({ id, ...row }: Row): Promise<Article> {
  const article = await articleOfRow(row)
  if (id === undefined || id === null) return article
  if (typeof id === 'string' || typeof id === 'number') return { ...article, id: String(id) }
  throw new Rejection('bad-article', 'The article can’t be read: id: expected a string.')
}
