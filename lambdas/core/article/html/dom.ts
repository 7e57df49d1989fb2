import { parseHTML } from 'linkedom'
import { count } from '../decode.ts'
import { Rejection } from '../rejection.ts'

/** The part of the DOM that is used here. */
export interface Element {
  nodeType: number
  localName: string
  textContent: string | null
  firstChild: Element | null
  nextSibling: Element | null
  parentNode: Element | null
  getAttribute(name: string): string | null
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
}
export interface Page extends Element {
  documentElement: Element
}

/** A long news page has some 5,000 elements. Building the tree and reading it take time in elements times depth. */
const MAX_TAGS = 30_000
const MAX_DEPTH = 200

/** The page as a tree; nothing is fetched and no script runs. @throws {Rejection} too-large where it would take too long. */
export function parsePage(html: string): Page {
  const tags = countTags(html)
  if (tags > MAX_TAGS) {
    throw new Rejection('too-large', `The page has ${count(tags)} tags; at most ${count(MAX_TAGS)} are read.`)
  }
  // Readability's rules for white space are quadratic in the length of a run of it.
  const page = treeOf(html.replace(/\s{2,}/g, ' '))
  const depth = deepest(page.documentElement)
  if (depth > MAX_DEPTH) {
    throw new Rejection('too-large', `The page nests ${count(depth)} elements deep; at most ${MAX_DEPTH} are read.`)
  }
  return page
}

/** Without a root of its own a page's first element would be taken for the root. */
function treeOf(html: string): Page {
  const page = parseHTML(html).document as unknown as Page
  if (page.documentElement?.localName === 'html') return page
  return parseHTML(`<html>${html}</html>`).document as unknown as Page
}

function countTags(html: string): number {
  let tags = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) tags += 1
  return tags
}

function deepest(root: Element): number {
  let most = 0
  let depth = 1
  let node: Element | null = root
  while (node) {
    if (node.firstChild) {
      node = node.firstChild
      depth += 1
      most = Math.max(most, depth)
      continue
    }
    while (node && !node.nextSibling) {
      node = node === root ? null : node.parentNode
      depth -= 1
    }
    node = node === root ? null : (node?.nextSibling ?? null)
  }
  return most
}
