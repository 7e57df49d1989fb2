import { type Article, MAX_TEXT_LENGTH } from './article.ts'
import { count, decode } from './decode.ts'
import type { Document } from './document.ts'
import { charsetOf, formatOf } from './format.ts'
import { articleId } from './identity.ts'
import { readJson } from './json.ts'
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
/** Reads HTML: apart, because its libraries are most of the code and most of the time to load. */
export interface HtmlReader {
  readHtml(html: string, base?: string): Document
  readFragment(html: string): string
}

/** See `readArticle`. */
export function readUpload(upload: Upload, html: HtmlReader): Article {
  const given = givenMetadata(upload.metadata ?? {})
  const body = decode(upload.body, charsetOf(upload.contentType))
  return toArticle(readDocument(body, { ...upload, url: given.url }, html), given)
}

type Hints = { contentType?: string | undefined; fileName?: string | undefined; url?: string | undefined }

function readDocument(body: string, { contentType, fileName, url }: Hints, html: HtmlReader): Document {
  switch (formatOf(body, contentType, fileName)) {
    case 'text':
      return { text: body, metadata: {} }
    case 'markdown':
      return readMarkdown(body)
    case 'html':
      return html.readHtml(body, url)
    case 'json':
      return readJson(body, bodyReader(html), html)
  }
}

function bodyReader(html: HtmlReader) {
  return (body: string, contentType: string): Document => readDocument(body, { contentType }, html)
}

function toArticle({ text, metadata: found }: Document, given: Metadata): Article {
  if (text.trim() === '') throw new Rejection('no-text', 'The upload holds no readable text.')
  if (text.length > MAX_TEXT_LENGTH) {
    const limit = count(MAX_TEXT_LENGTH)
    throw new Rejection('too-long', `The text has ${count(text.length)} characters; at most ${limit} are read.`)
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
