import { Readability } from '@mozilla/readability'
import type { Document } from '../document.ts'
import { blockText } from './block-text.ts'
import { type Element, type Page, parsePage } from './dom.ts'
import { pageMetadata } from './page-metadata.ts'

/** A page's article as readability finds it, else whatever text the page has. `base` is the page's address where it is known. */
export function readHtml(html: string, base?: string): Document {
  const page = parsePage(html)
  if (!page.documentElement) return { text: '', metadata: pageMetadata(page, base) }
  const metadata = pageMetadata(page, base)
  const whole = blockText(
    page.querySelector('article') ?? page.querySelector('main') ?? page.body ?? page.documentElement,
  )
  return { text: readable(page) || whole, metadata }
}

/** The text of a piece of markup, such as an `articleBody` that holds tags. */
export function readFragment(html: string): string {
  const page = parsePage(`<!doctype html><html><body>${html}</body></html>`)
  return page.body ? blockText(page.body) : ''
}

/** Readability takes the tree apart, so whatever else is wanted from the page is taken before. */
function readable(page: Page): string {
  const reader = new Readability<Element>(page as never, { disableJSONLD: true, serializer: node => node as never })
  const content = reader.parse()?.content
  return content ? blockText(content) : ''
}
