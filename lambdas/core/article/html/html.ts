import { Readability } from '@mozilla/readability'
import type { Document } from '../document.ts'
import { blockText } from './block-text.ts'
import { type Element, type Page, parsePage } from './dom.ts'
import { pageMetadata } from './page-metadata.ts'

/** A page's article as readability finds it, else whatever text the page has. `base` is the page's address where it is known. */
export function readHtml(html: string, base?: string): Document {
  const page = parsePage(html)
  const metadata = pageMetadata(page, base)
  const main = page.querySelector('article') ?? page.querySelector('main') ?? page.querySelector('body')
  const whole = blockText(main ?? page.documentElement)
  return { text: readable(page) || whole, metadata }
}

/** The text of a piece of markup, such as an `articleBody` that holds tags. */
export function readFragment(html: string): string {
  return blockText(parsePage(html).documentElement)
}

/** Readability takes the tree apart, so whatever else is wanted from the page is taken before. Empty where it finds nothing. */
function readable(page: Page): string {
  const reader = new Readability<Element>(page as never, { disableJSONLD: true, serializer: node => node as never })
  try {
    const content = reader.parse()?.content
    return content ? blockText(content) : ''
  } catch {
    // It stumbles over trees that no browser would build, whose text can be read all the same.
    return ''
  }
}
