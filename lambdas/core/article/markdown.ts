import type { Document } from './document.ts'
import { foundMetadata, namedFields } from './metadata.ts'

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/
const TITLE = /^\s*#[ \t]+(.+?)[ \t#]*(?:\n|$)/

/**
 * Markdown without its markup, a paragraph as it stands in the file. Front matter is read as `key: value` lines. A heading of
 * the first level that opens the text is the title, as in a page, and is not part of the text.
 */
export function readMarkdown(source: string): Document {
  const front = FRONT_MATTER.exec(source)
  const fields = namedFields(frontMatter(front?.[1] ?? ''))
  let body = front ? source.slice(front[0].length) : source
  const title = TITLE.exec(body)
  if (title) body = body.slice(title[0].length)
  const heading = title ? withoutMarkup(title[1]!) : undefined
  return { text: withoutMarkup(body).trim(), metadata: foundMetadata({ ...fields, title: fields.title ?? heading }) }
}

function* frontMatter(block: string): Generator<[string, string]> {
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const value = line.slice(colon + 1).trim()
    yield [line.slice(0, colon).trim(), value.replace(/^(["'])(.*)\1$/, '$2')]
  }
}

/** Each rule takes time linear in the text: a class never crosses the character that ends it. */
const RULES: [RegExp, string][] = [
  [/<!--[\s\S]{0,10000}?-->/g, ''],
  [/^[ \t]{0,3}(?:```|~~~).*$/gm, ''],
  [/^[ \t]{0,3}(?:[-*_][ \t]*){3,}$/gm, ''],
  [/^[ \t]{0,3}\[[^\]\n]+\]:[ \t]+\S.*$/gm, ''],
  [/^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, '$1\n'],
  [/^(?:[ \t]{0,3}>[ \t]?)+/gm, ''],
  [/^[ \t]*[-*+][ \t]+(?=\S)/gm, ''],
  [/!\[[^[\]\n]*\]\([^()\n]*\)/g, ''],
  [/\[([^[\]\n]+)\](?:\([^()\n]*\)|\[[^[\]\n]*\])/g, '$1'],
  [/\[\^[^[\]\s]{1,40}\]/g, ''],
  [/<(https?:[^<>\s]+)>/g, '$1'],
  [/<\/?[a-z][^<>\n]*>/gi, ''],
  [/`([^`\n]+)`/g, '$1'],
  [/(?<!\*)(\*{1,3})([^\s*](?:[^*\n]*[^\s*])?)\1(?!\*)/g, '$2'],
  [/(?<!\*)(\*{1,3})([^\s*](?:[^*\n]*[^\s*])?)\1(?!\*)/g, '$2'],
  [/(?<![\p{L}\p{N}_])(_{1,3})([^\s_](?:[^_\n]*[^\s_])?)\1(?![\p{L}\p{N}_])/gu, '$2'],
  [/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1'],
  [/[ \t]+$/gm, ''],
  [/\n{3,}/g, '\n\n'],
]

function withoutMarkup(markdown: string): string {
  return RULES.reduce((text, [markup, kept]) => text.replace(markup, kept), markdown)
}
