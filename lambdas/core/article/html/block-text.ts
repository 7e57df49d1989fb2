import type { Element } from './dom.ts'

const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr
  html li main nav ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
)
/** Not part of what an article says. A caption tells of a picture, often one of another day. */
const SKIPPED = new Set(
  `aside audio button canvas embed figcaption footer form head iframe input math nav noscript object script select style svg
  template textarea title video`.split(/\s+/),
)
const TEXT = 3
const ELEMENT = 1

/** The readable text under an element: paragraphs with an empty line between them, white space as a browser shows it. */
export function blockText(root: Element): string {
  const blocks: string[] = []
  let line = ''
  const flush = () => {
    for (const paragraph of line.split(/\n[ \t]*(?:\n[ \t]*)+/)) {
      const text = paragraph
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim()
      if (text !== '') blocks.push(text)
    }
    line = ''
  }
  const visit = (node: Element) => {
    if (node.nodeType === TEXT) line += (node.textContent ?? '').replace(/\s+/g, ' ')
    if (node.nodeType !== ELEMENT || SKIPPED.has(node.localName)) return
    if (node.localName === 'br') line += '\n'
    const block = BLOCKS.has(node.localName)
    if (block) flush()
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child)
    if (block) flush()
    else if (node.localName === 'td' || node.localName === 'th') line += ' '
  }
  for (let child = root.firstChild; child; child = child.nextSibling) visit(child)
  flush()
  return blocks.join('\n\n')
}
