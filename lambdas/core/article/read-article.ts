import type { Article } from './article.ts'
import * as html from './html/html.ts'
import { readUpload, type Upload } from './read-upload.ts'

export type { Upload }

/**
 * Reads plain text, Markdown, HTML, JSON-LD or our own article JSON. Pure: the same upload gives the same article.
 * For plain text `text` is the input itself, without a BOM and with LF for CRLF.
 * @throws {Rejection} where the upload can't become an article; trying again won't help.
 */
export function readArticle(upload: Upload): Article {
  return readUpload(upload, html)
}
