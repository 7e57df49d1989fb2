import * as z from 'zod'
import { readDate } from './dates.ts'
import { cleanUrl, SAFE_ID } from './identity.ts'
import { Rejection } from './rejection.ts'

const absent = (text: string | null | undefined) => (text == null || text.trim() === '' ? undefined : text)
const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullish()
    .transform(text => absent(text) && oneLine(text!))
const checked = (read: (text: string) => string | null, expected: string) =>
  z
    .string()
    .nullish()
    .transform((text, context) => {
      if (absent(text) === undefined) return undefined
      const value = read(text!)
      if (value !== null) return value
      context.addIssue({ code: 'custom', message: `expected ${expected}, got “${oneLine(text!).slice(0, 60)}”` })
      return z.NEVER
    })

/** What is told about an article beside its text, by flags, S3 metadata or the fields of article JSON. A bad value is refused. */
export const metadataFields = {
  id: checked(
    id => (SAFE_ID.test(id) ? id : null),
    'an id of at most 100 letters, digits and . _ : - after a first letter or digit',
  ),
  title: line(500),
  source: line(200),
  url: checked(cleanUrl, 'an http or https url of at most 2,000 characters'),
  publishedAt: checked(readDate, 'a date such as 2023-09-24T10:00:00Z'),
  language: checked(readLanguage, 'a language tag such as en or en-GB'),
}
const Metadata = z.object(metadataFields)
export type MetadataInput = z.input<typeof Metadata>
/** Every field may be left out. */
export type Metadata = { [field in keyof z.output<typeof Metadata>]?: z.output<typeof Metadata>[field] }

/** Metadata that someone gave. @throws {Rejection} bad-article, naming the field. */
export function givenMetadata(input: MetadataInput): Metadata {
  const parsed = Metadata.safeParse(input)
  if (!parsed.success) throw badArticle(parsed.error)
  return parsed.data
}

/** Metadata found in a document: what can't be read is left out, what is too long is cut. */
export function foundMetadata(
  found: { [field in keyof Metadata]?: string | null | undefined },
  base?: string,
): Metadata {
  const { id, title, source, url, publishedAt, language } = found
  return {
    id: id && SAFE_ID.test(id) ? id : undefined,
    title: title ? absent(oneLine(title).slice(0, 500)) : undefined,
    source: source ? absent(oneLine(source).slice(0, 200)) : undefined,
    url: (url && cleanUrl(url, base)) || undefined,
    publishedAt: (publishedAt && readDate(publishedAt)) || undefined,
    language: (language && readLanguage(language)) || undefined,
  }
}

const ALIASES = new Map<string, keyof Metadata>([
  ...['id'].map(key => [key, 'id'] as const),
  ...['title', 'headline'].map(key => [key, 'title'] as const),
  ...['source', 'outlet', 'publisher', 'site', 'sitename'].map(key => [key, 'source'] as const),
  ...['url', 'link', 'canonical'].map(key => [key, 'url'] as const),
  ...['publishedat', 'published', 'date', 'datepublished', 'pubdate'].map(key => [key, 'publishedAt'] as const),
  ...['language', 'lang'].map(key => [key, 'language'] as const),
])

/** The fields among pairs of any spelling ("Published-At", "outlet", "date"); the first of each wins. For front matter and S3 metadata. */
export function namedFields(pairs: Iterable<readonly [key: string, value: string]>): MetadataInput {
  const fields: MetadataInput = {}
  for (const [key, value] of pairs) {
    const field = ALIASES.get(key.toLowerCase().replace(/[-_]/g, ''))
    if (field) fields[field] ??= value
  }
  return fields
}

/** A refusal that names the first field at fault. */
export function badArticle(error: z.ZodError): Rejection {
  const issue = error.issues[0]!
  const field = issue.path.join('.') || 'article'
  return new Rejection('bad-article', `The article can't be read: ${field}: ${issue.message}.`)
}

/** Control and bidi characters would let a title forge lines of an e-mail or a terminal. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}

function readLanguage(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-')
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : null
}
