import type { Document } from './document.ts'
import { foundMetadata, namedFields } from './metadata.ts'

const FENCE = /^(?:---|\.\.\.)[ \t]*$/
const DROPPED_LINE = /^ {0,3}(?:```|~~~|(?:[-*_][ \t]*){3,}$|\[[^\]\n]+\]:[ \t])/
const HEADING = /^ {0,3}#{1,6}[ \t]+/
const QUOTE_OR_BULLET = /^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+(?=\S))?/

/**
 * Markdown without its markup, a paragraph as it stands in the file. Front matter is read as `key: value` lines. A heading of
 * the first level that opens the text is the title, as in a page, and is not part of the text.
 */
export function readMarkdown(source: string): Document {
  const { front, body } = splitFrontMatter(source)
  const fields = namedFields(front)
  const lines = withoutComments(body).trim().split('\n')
  const heading = /^#[ \t]/.test(lines[0]!) ? plainLine(lines.shift()!).trim() : undefined
  const text = withoutInlineMarkup(lines.map(plainLine).join('\n'))
  return {
    text: text.replace(/\n{3,}/g, '\n\n').trim(),
    metadata: foundMetadata({ ...fields, title: fields.title ?? (heading && withoutInlineMarkup(heading)) }),
  }
}

function splitFrontMatter(source: string): { front: [string, string][]; body: string } {
  if (!/^---[ \t]*\n/.test(source)) return { front: [], body: source }
  const lines = source.split('\n')
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line))
  if (end === -1) return { front: [], body: source }
  return { front: lines.slice(1, end).flatMap(pair), body: lines.slice(end + 1).join('\n') }
}

function pair(line: string): [string, string][] {
  const colon = line.indexOf(':')
  if (colon <= 0) return []
  const value = line.slice(colon + 1).trim()
  const quoted = /^(["']).*\1$/.test(value)
  return [[line.slice(0, colon).trim(), quoted ? value.slice(1, -1) : value]]
}

function withoutComments(text: string): string {
  const kept: string[] = []
  let from = 0
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4)
    if (close === -1) break
    kept.push(text.slice(from, open))
    from = close + 3
  }
  return kept.join('') + text.slice(from)
}

function plainLine(line: string): string {
  if (DROPPED_LINE.test(line)) return ''
  // A heading is a paragraph of its own even where no empty line follows.
  if (HEADING.test(line)) return `${line.replace(HEADING, '').trimEnd().replace(/#+$/, '').trimEnd()}\n`
  return line.replace(QUOTE_OR_BULLET, '').trimEnd()
}

/** Each rule takes time linear in the text: a class never crosses the character that ends it. */
const INLINE: [RegExp, string][] = [
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
]

function withoutInlineMarkup(markdown: string): string {
  return INLINE.reduce((text, [markup, kept]) => text.replace(markup, kept), markdown)
}
