import { createHash } from 'node:crypto'

/** What an id may look like where one is given: it becomes part of keys, paths and file names. */
export const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/
const TRACKING = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|ref_src|yclid)$/i

/** An article's id: the same for the same url whatever tracking it carries, else for the same title and text. */
export function articleId(article: { url: string | null; title: string | null; text: string }): string {
  const key = article.url === null ? `text\n${article.title ?? ''}\n${article.text}` : `url\n${urlKey(article.url)}`
  return `a${sha256(key).slice(0, 20)}`
}

/** Tells one revision of an article from another: 32 hex digits over the exact text. */
export function revisionOf(text: string): string {
  return sha256(text).slice(0, 32)
}

/** The http(s) url without fragment and tracking parameters; null where it is no such url. */
export function cleanUrl(given: string, base?: string): string | null {
  const text = given.trim()
  if (text === '' || text.length > 2_000 || !URL.canParse(text, base)) return null
  const url = new URL(text, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  url.hash = ''
  url.username = ''
  url.password = ''
  const tracked = [...url.searchParams.keys()].filter(name => TRACKING.test(name))
  // Deleting from searchParams writes the whole query anew, so it is left alone where there is nothing to delete.
  for (const name of tracked) url.searchParams.delete(name)
  return url.href
}

/** What two addresses of one page share: no scheme, no "www.", no closing slash, parameters in order. */
function urlKey(href: string): string {
  const url = new URL(href)
  url.searchParams.sort()
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
