import type { Metadata } from './metadata.ts'

type Node = Record<string, unknown>
/** Article, NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting, Report … of schema.org. */
const ARTICLE_TYPE = /(?:^|[/:])(?:\w*Article|\w*BlogPosting|Report)$/

/** The article among JSON-LD: the value itself, in a list, in `@graph`, or as the main entity of its page. */
export function findArticleNode(value: unknown): Node | undefined {
  return candidates(value).find(node =>
    list(node['@type']).some(type => typeof type === 'string' && ARTICLE_TYPE.test(type)),
  )
}

export function isJsonLd(value: unknown): boolean {
  return list(value).some(node => isNode(node) && ('@context' in node || '@type' in node || '@graph' in node))
}

/** What a schema.org article says about itself. `publisher` is the outlet; `isPartOf` and `provider` stand in for it. */
export function jsonLdMetadata(node: Node): { [field in keyof Metadata]?: string | undefined } {
  return {
    title: text(node.headline) ?? text(node.name),
    source: name(node.publisher) ?? name(node.isPartOf) ?? name(node.provider),
    url: text(node.url) ?? text(node.mainEntityOfPage) ?? identifier(node.mainEntityOfPage) ?? identifier(node),
    publishedAt: text(node.datePublished) ?? text(node.dateCreated),
    language: text(node.inLanguage) ?? named(node.inLanguage, 'alternateName'),
  }
}

function candidates(value: unknown): Node[] {
  const roots = list(value).filter(isNode)
  const graph = roots.flatMap(node => list(node['@graph'])).filter(isNode)
  const all = [...roots, ...graph]
  return [...all, ...all.flatMap(node => list(node.mainEntity)).filter(isNode)]
}

function name(value: unknown): string | undefined {
  const first = list(value)[0]
  return text(first) ?? named(first, 'name')
}

function identifier(value: unknown): string | undefined {
  return named(value, '@id')
}

function named(value: unknown, key: string): string | undefined {
  return isNode(value) ? text(value[key]) : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
