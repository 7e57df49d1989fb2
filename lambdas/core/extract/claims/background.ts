import type { Doc, Term } from '../text/doc.ts'
import { mainVerb } from './main-verb.ts'
import { sentenceAt, within } from './positions.ts'

const INTO = /^(?:in|during|by|until|throughout|back|through)$/
const SOFTENER = /^(?:the|of|early|late|mid|mid-|summer|spring|autumn|fall|winter)$/
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const CURRENT =
  /^(?:now|today|currently|still|yesterday|tomorrow|tonight|overnight|again|monday|tuesday|wednesday|thursday|friday|saturday|sunday|since)$/
const LONG = /^(?:years?|decades?|century|centuries)$/
const HISTORY = /\b(?:soviet era|last century|cold war|world war|middle ages)\b/
const POINTS_BACK = /^(?:it|they|that|this|these|those|there|then|both|their|its)$/
/** A month this many months back, and a whole year whose end is, is no longer news. */
const OLD_MONTH = 5
const OLD_YEAR = 3
/** In sentences, and in characters of one. */
const FARTHEST_BACK = 4
const FARTHEST = 1_000

/** When an article speaks, in months; where it has no date, the middle of the latest year that it names. */
export function presentOf(publishedAt: string | null, text: string): number | undefined {
  if (publishedAt) return Number(publishedAt.slice(0, 4)) * 12 + Number(publishedAt.slice(5, 7)) - 1
  let latest: number | undefined
  for (const [year] of text.matchAll(/\b(?:19|20)\d\d\b/g)) latest = Math.max(latest ?? 0, Number(year))
  return latest === undefined ? undefined : latest * 12 + 6
}

/**
 * Whether words are told as history: their main verb, not a noun among them, is dated to a past decade, a year or month
 * long gone, or "years ago". "Broke the truce signed in 2020" is news; "signed a truce in 1994" is not.
 */
export function isBackground(terms: readonly Term[], present: number | undefined): boolean {
  if (terms.some(term => CURRENT.test(term.normal))) return false
  const { before, group, after } = mainVerb(terms)
  const dated = (list: readonly Term[]) => list.findIndex((_, at) => isPast(list, at, present))
  if (isLongAgo(before, group)) return true
  if (dated(before) !== -1 || HISTORY.test(before.map(term => term.normal).join(' '))) return true
  const tail = group.length > 0 ? after : terms
  const at = dated(tail)
  return at !== -1 && !tail.slice(0, at).some(term => term.tags.has('Verb'))
}

/** Whether an outlet's words go on with the history before them: "They fought in 1994, and a truce was signed. It held." */
export function continuesBackground(doc: Doc, terms: readonly Term[], present: number | undefined): boolean {
  const start = terms[0]?.start ?? 0
  let sentence = sentenceAt(doc, start)
  const opening = within(doc.terms, [Math.max(sentence.start, start - FARTHEST), start])
  if (isPastTense(terms) && opening.length > 0 && isBackground(opening, present)) return true
  let words = terms
  for (let back = 0; back < FARTHEST_BACK; back++) {
    const previous = doc.sentences[sentence.index - 1]
    if (previous?.paragraph !== sentence.paragraph || !isPastTense(words) || !words.some(pointsBack)) return false
    words = within(doc.terms, [Math.max(previous.start, previous.end - FARTHEST), previous.end])
    if (isBackground(words, present)) return true
    sentence = previous
  }
  return false
}

/** "For years mediators tried", not "For years they have tried". */
function isLongAgo(before: readonly Term[], group: readonly Term[]): boolean {
  const at = before.findIndex(term => LONG.test(term.normal))
  if (group.length === 0 || at < 1 || at > 3 || !/^(?:for|over)$/.test(before[0]!.normal)) return false
  return group[0]!.tags.has('PastTense') || /^(?:was|were|had|did)$/.test(group[0]!.normal)
}

function isPastTense(terms: readonly Term[]): boolean {
  if (terms.some(term => CURRENT.test(term.normal))) return false
  return mainVerb(terms).group.some(term => term.tags.has('PastTense') || /^(?:was|were|had|did)$/.test(term.normal))
}

function pointsBack(term: Term): boolean {
  return POINTS_BACK.test(term.normal)
}

/** Whether a past time begins at `at`: "in the early 1990s", "in December 1994", "two decades ago". */
function isPast(terms: readonly Term[], at: number, present: number | undefined): boolean {
  const word = (index: number) => terms[index]?.normal ?? ''
  if (LONG.test(word(at))) return word(at + 1) === 'ago' || word(at + 1) === 'earlier'
  if (!INTO.test(word(at))) return false
  let next = at + 1
  while (next < at + 5 && SOFTENER.test(word(next))) next++
  const month = MONTHS.indexOf(word(next))
  if (month !== -1) next++
  if (/^(?:1[5-9]|20)\d0s$|^'?[2-9]0s$|^(?:nineties|eighties|seventies|sixties|fifties)$/.test(word(next))) return true
  if (!/^(?:1[5-9]|20)\d\d$/.test(word(next)) || present === undefined) return false
  const age = present - Number(word(next)) * 12
  return month === -1 ? age - 11 >= OLD_YEAR : age - month >= OLD_MONTH
}
