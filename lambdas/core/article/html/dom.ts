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
  documentElement: Element | null
  body: Element | null
}

/** A long news page has some 5,000 elements. Building the tree and reading it take time in elements times depth. */
const MAX_TAGS = 40_000
const MAX_DEPTH = 256

/** The page as a tree; nothing is fetched and no script runs. @throws {Rejection} too-large where it would take too long. */
export function parsePage(html: string): Page {
  const tags = countTags(html)
  if (tags > MAX_TAGS) {
    throw new Rejection('too-large', `The page has ${count(tags)} tags; at most ${count(MAX_TAGS)} are read.`)
  }
  const page = parseHTML(html).document as unknown as Page
  const depth = deepest(page.documentElement)
  if (depth > MAX_DEPTH) {
    throw new Rejection('too-large', `The page nests ${count(depth)} elements deep; at most ${MAX_DEPTH} are read.`)
  }
  return page
}

function countTags(html: string): number {
  let tags = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) tags += 1
  return tags
}

function deepest(root: Element | null): number {
  let most = 0
  let depth = 1
  let node = root
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
