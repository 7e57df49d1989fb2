import { cleanUrl } from '../identity.ts'
import { findArticleNode, jsonLdMetadata } from '../json-ld.ts'
import { foundMetadata, type Metadata } from '../metadata.ts'
import type { Element, Page } from './dom.ts'

const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'pubdate',
  'dc.date.issued',
  'dc.date',
  'date',
]

/** What a page tells about itself: Open Graph and other meta tags, JSON-LD, `<link>`, `<time>`, `<title>`. */
export function pageMetadata(page: Page, base?: string): Metadata {
  const meta = metaTags(page)
  const ld = jsonLd(page)
  const source = meta.get('og:site_name') ?? ld.source ?? meta.get('application-name')
  return foundMetadata(
    {
      title: withoutOutlet(
        meta.get('og:title') ?? ld.title ?? meta.get('twitter:title') ?? content(page, 'title') ?? content(page, 'h1'),
        source,
      ),
      source,
      url: pageUrl([attribute(page, 'link[rel~="canonical"]', 'href'), meta.get('og:url'), ld.url], base),
      publishedAt: first(DATES.map(name => meta.get(name))) ?? ld.publishedAt ?? time(page),
      language: page.documentElement.getAttribute('lang') ?? meta.get('og:locale') ?? ld.language,
    },
    base,
  )
}

/** By lower-case name; the first of each wins. */
function metaTags(page: Page): Map<string, string> {
  const tags = new Map<string, string>()
  for (const tag of page.querySelectorAll('meta[content]')) {
    const name = (
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop')
    )?.toLowerCase()
    const value = tag.getAttribute('content')?.trim()
    if (name && value && !tags.has(name)) tags.set(name, value)
  }
  return tags
}

function jsonLd(page: Page): ReturnType<typeof jsonLdMetadata> {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const node = findArticleNode(parsed(script.textContent ?? ''))
    if (node) return jsonLdMetadata(node)
  }
  return {}
}

/** A page's data is broken often enough, and the page is still readable. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The first address that is more than the site's front page: some sites name that as every page's canonical address. */
function pageUrl(candidates: (string | null | undefined)[], base?: string): string | undefined {
  const urls = candidates.map(candidate => (candidate ? cleanUrl(candidate, base) : null)).filter(url => url !== null)
  return urls.find(url => new URL(url).pathname !== '/' || new URL(url).search !== '') ?? undefined
}

function time(page: Page): string | undefined {
  const selectors = [
    'article time[datetime]',
    'main time[datetime]',
    '[itemprop="datePublished"][datetime]',
    'time[datetime]',
  ]
  return first(selectors.map(selector => attribute(page, selector, 'datetime')))
}

/** "Road reopens | The Outlet" without the outlet. */
function withoutOutlet(title: string | undefined, source: string | undefined): string | undefined {
  if (!title || !source) return title
  const trimmed = title.trim()
  if (!trimmed.toLowerCase().endsWith(source.trim().toLowerCase())) return trimmed
  const head = trimmed.slice(0, trimmed.length - source.trim().length)
  return /\s[|–—-]\s*$/.test(head) ? head.replace(/\s*[|–—-]\s*$/, '') : trimmed
}

function content(page: Page, selector: string): string | undefined {
  return page.querySelector(selector)?.textContent?.trim() || undefined
}

function attribute(page: Element, selector: string, name: string): string | undefined {
  return page.querySelector(selector)?.getAttribute(name)?.trim() || undefined
}

function first(values: (string | undefined)[]): string | undefined {
  return values.find(value => value !== undefined)
}
