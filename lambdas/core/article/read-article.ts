import { type Article, MAX_TEXT_LENGTH } from './article.ts'
import { count, decode } from './decode.ts'
import type { Document } from './document.ts'
import { charsetOf, formatOf } from './format.ts'
import { readHtml } from './html/html.ts'
import { articleId } from './identity.ts'
import { readJson, readJsonValue } from './json.ts'
import { readMarkdown } from './markdown.ts'
import { givenMetadata, type Metadata, type MetadataInput } from './metadata.ts'
import { Rejection } from './rejection.ts'

/** One article as it arrives. */
export interface Upload {
  body: string | Uint8Array
  /** With or without a charset; where it says nothing (`application/octet-stream`), the file's name or the text decides. */
  contentType?: string | undefined
  fileName?: string | undefined
  /** Wins over what the document says. */
  metadata?: MetadataInput | undefined
}

/**
 * Reads plain text, Markdown, HTML, JSON-LD or our own article JSON. Pure: the same upload gives the same article.
 * For plain text `text` is the input itself, without a BOM and with LF for CRLF.
 * @throws {Rejection} where the upload can't become an article; trying again won't help.
 */
export function readArticle(upload: Upload): Article {
  const given = givenMetadata(upload.metadata ?? {})
  const body = decode(upload.body, charsetOf(upload.contentType))
  return toArticle(readDocument(body, upload.contentType, upload.fileName, given.url), given)
}

/** The same for article JSON that is parsed already. */
export function readArticleJson(value: unknown, metadata: MetadataInput = {}): Article {
  const given = givenMetadata(metadata)
  return toArticle(readJsonValue(value, readDocument), given)
}

function readDocument(body: string, contentType?: string, fileName?: string, url?: string): Document {
  switch (formatOf(body, contentType, fileName)) {
    case 'text':
      return { text: body, metadata: {} as Metadata }
    case 'markdown':
      return readMarkdown(body)
    case 'html':
      return readHtml(body, url)
    case 'json':
      return readJson(body, readDocument)
  }
}

function toArticle({ text, metadata: found }: Document, given: Metadata): Article {
  if (text.trim() === '') throw new Rejection('no-text', 'The upload holds no readable text.')
  if (text.length > MAX_TEXT_LENGTH) {
    throw new Rejection(
      'too-long',
      `The text has ${count(text.length)} characters; at most ${count(MAX_TEXT_LENGTH)} are read.`,
    )
  }
  const pick = <Field extends keyof Metadata>(field: Field) => given[field] ?? found[field] ?? null
  const title = pick('title')
  const url = pick('url')
  return {
    id: pick('id') ?? articleId({ url, title, text }),
    title,
    source: pick('source'),
    url,
    publishedAt: pick('publishedAt'),
    language: pick('language') ?? 'en',
    text,
  }
}
