import { Rejection } from './rejection.ts'

export type Format = 'text' | 'markdown' | 'html' | 'json'

const BY_TYPE = new Map<string, Format>([
  ['text/plain', 'text'],
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/json', 'json'],
  ['application/ld+json', 'json'],
  ['text/json', 'json'],
])
const BY_EXTENSION = new Map<string, Format>([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['json', 'json'],
  ['jsonld', 'json'],
])
/** What clients send when they don't know: S3, curl, browsers. */
const SAYS_NOTHING = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-www-form-urlencoded',
])
const HTML = /^\s*<(?:!doctype html|html|head|body|article|main|section|div|meta|title|h1|p)\b/i
const FRONT_MATTER = /^---[ \t]*\n/

/** The format by content type, else by the file's name, else by how the text begins. */
export function formatOf(text: string, contentType = '', fileName = ''): Format {
  const type = mediaType(contentType)
  const byType = BY_TYPE.get(type)
  if (byType) return byType
  if (!SAYS_NOTHING.has(type)) {
    const known = 'text/plain, text/markdown, text/html or application/json'
    throw new Rejection('unsupported-type', `The content type “${type.slice(0, 80)}” is not read; send ${known}.`)
  }
  return BY_EXTENSION.get(fileName.toLowerCase().split('.').at(-1) ?? '') ?? sniff(text)
}

/** The charset that a content type names, else none. */
export function charsetOf(contentType = ''): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1]
}

function mediaType(contentType: string): string {
  return contentType.split(';', 1)[0]!.trim().toLowerCase()
}

function sniff(text: string): Format {
  if (/^\s*[{[]/.test(text)) return isJson(text) ? 'json' : 'text'
  if (HTML.test(text)) return 'html'
  return FRONT_MATTER.test(text) ? 'markdown' : 'text'
}

/** A plain text may begin with a bracket: "[Update] The road …". */
function isJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[{[\]"])/.test(text)
}
