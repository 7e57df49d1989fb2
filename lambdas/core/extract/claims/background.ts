import type { Term } from '../text/doc.ts'
import { mainVerb } from './main-verb.ts'

const INTO = /^(?:in|during|by|until|throughout|back|through)$/
const SOFTENER =
  /^(?:the|early|late|mid|mid-|summer|spring|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)$/
const CURRENT =
  /^(?:now|today|currently|still|yesterday|tomorrow|tonight|again|monday|tuesday|wednesday|thursday|friday|saturday|sunday|since)$/
const LONG = /^(?:years?|decades?|century|centuries)$/
const HISTORY = /\b(?:soviet era|last century|cold war|world war|middle ages)\b/

/** The year that an article speaks from: that of its date or, where it has none, the latest that it names. */
export function presentYear(publishedAt: string | null, text: string): number | undefined {
  if (publishedAt) return Number(publishedAt.slice(0, 4)) || undefined
  let latest: number | undefined
  for (const [year] of text.matchAll(/\b(?:19|20)\d\d\b/g)) latest = Math.max(latest ?? 0, Number(year))
  return latest
}

/**
 * Whether a claim is told as history: its main verb, not a noun within it, is dated to a past decade, a year before last or
 * "years ago". "Broke the truce signed in 2020" is news; "signed a truce in 1994" is not.
 */
export function isBackground(terms: readonly Term[], present: number | undefined): boolean {
  if (terms.some(term => CURRENT.test(term.normal))) return false
  const { before, group, after } = mainVerb(terms)
  const dated = (list: readonly Term[]) => list.findIndex((_, at) => isPast(list, at, present))
  if (dated(before) !== -1 || HISTORY.test(words(before))) return true
  const tail = group.length > 0 ? after : terms
  const at = dated(tail)
  return at !== -1 && !tail.slice(0, at).some(term => term.tags.has('Verb'))
}

/** Whether a past time begins at `at`: "in the early 1990s", "in 1994", "two decades ago". */
function isPast(terms: readonly Term[], at: number, present: number | undefined): boolean {
  if (LONG.test(terms[at]!.normal)) return terms[at + 1]?.normal === 'ago' || terms[at + 1]?.normal === 'earlier'
  if (!INTO.test(terms[at]!.normal)) return false
  let next = at + 1
  while (next < terms.length && next < at + 5 && SOFTENER.test(terms[next]!.normal)) next++
  const word = terms[next]?.normal ?? ''
  if (/^(?:1[5-9]|20)\d0s$|^'?[2-9]0s$|^(?:nineties|eighties|seventies|sixties|fifties)$/.test(word)) return true
  return /^(?:1[5-9]|20)\d\d$/.test(word) && present !== undefined && Number(word) < present - 1
}

function words(terms: readonly Term[]): string {
  return terms.map(term => term.normal).join(' ')
}
