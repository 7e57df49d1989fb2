import { ArticleInput } from './article-input.ts'
import { wellFormed } from './decode.ts'
import type { Document } from './document.ts'
import { findArticleNode, isJsonLd, jsonLdMetadata } from './json-ld.ts'
import { badArticle, foundMetadata } from './metadata.ts'
import type { HtmlReader } from './read-upload.ts'
import { Rejection } from './rejection.ts'

/** Reads the `body` of an article in JSON by its own content type. */
type ReadBody = (body: string, contentType: string) => Document

/** An article as JSON: schema.org's JSON-LD, or our own shape. @throws {Rejection} bad-json, bad-article, no-text. */
export function readJson(source: string, readBody: ReadBody, html: HtmlReader): Document {
  const value = parseJson(source)
  return isJsonLd(value) ? readJsonLd(value, html) : readOwn(value, readBody)
}

function readOwn(value: unknown, readBody: ReadBody): Document {
  const parsed = ArticleInput.safeParse(value)
  if (!parsed.success) throw badArticle(parsed.error)
  const { text, contentType, body, ...metadata } = parsed.data
  if (text !== undefined) return { text: wellFormed(text), metadata }
  const inner = readBody(wellFormed(body!), contentType!)
  return { text: inner.text, metadata: { ...inner.metadata, ...defined(metadata) } }
}

function readJsonLd(value: unknown, { readFragment }: HtmlReader): Document {
  const node = findArticleNode(value)
  if (!node) throw new Rejection('bad-article', 'The JSON-LD holds no Article, NewsArticle or other kind of article.')
  const body = node.articleBody ?? node.text
  if (typeof body !== 'string') {
    throw new Rejection('bad-article', 'The article can’t be read: articleBody: expected the article’s text.')
  }
  const text = wellFormed(body)
  const hasMarkup = /<(?:p|br|div|a|strong|em)\b[^<>]*>/i.test(text)
  return { text: hasMarkup ? readFragment(text) : text, metadata: foundMetadata(jsonLdMetadata(node)) }
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (cause) {
    // The parser's own message quotes the text, so only the place is told.
    const place = /position (\d+)/.exec(String(cause))?.[1]
    const where = place ? `: it breaks at character ${Number(place) + 1}` : ''
    throw new Rejection('bad-json', `The upload is not valid JSON${where}.`)
  }
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
