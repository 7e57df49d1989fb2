import type { Index } from '../4-find-roles.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'

/** "deputy foreign policy adviser": as many words as may stand before the word that says the role. */
const MOST_BEFORE = 5
const STOP = new Set(
  'the|a|an|by|as|and|or|but|with|to|of|for|from|in|on|at|said|says|than|when|while|his|her|its|their|our|my'.split(
    '|',
  ),
)

export const isRole = ({ lists, phrasePlace }: Context, i: number) =>
  (lists[i]! & (LISTS.role | LISTS.honorific)) !== 0 && phrasePlace[i]! >= 2

/** Where the phrase begins that ends in the role word at `end - 1`: back over what describes it, up to a name, a nationality or a stop word. */
export function beginOfRole(context: Context, end: number, index: Index): number {
  const { words, doc, lists } = context
  const floor = Math.max(doc.sentences[doc.terms[end - 1]!.sentence]!.first, end - 1 - MOST_BEFORE)
  let first = end - 1
  // "Secretary of State" is one phrase of the list.
  while (first > floor && (context.phrasePlace[first] === 1 || context.phrasePlace[first] === 2)) first--
  while (first > floor) {
    const before = first - 1
    const joined = /^[ -]$/.test(doc.terms[first]!.pre)
    if (
      !joined ||
      index.nameAt.has(before) ||
      STOP.has(words[before]!.lower) ||
      lists[before]! & (LISTS.nationality | LISTS.country)
    )
      break
    if (doc.terms[before]!.text.length > words[before]!.text.length || !describes(context, before)) break
    first = before
  }
  return first
}

/** "foreign policy", "campaign", "presidential" say what the role is in; "moderate" or "popular" doesn't. */
const FIELD =
  /^(?:foreign|military|military-political|(?!liberal|controversial)[a-z]+(?:nal|tial|cial|ical|ral|mental|tary|nomic|cultural|rian))$/

const describes = ({ doc, lists, words }: Context, i: number) => {
  const { tags } = doc.terms[i]!
  if (lists[i]! & (LISTS.role | LISTS.modifier | LISTS.honorific)) return true
  if (tags.has('Verb') || tags.has('Adverb') || tags.has('Pronoun')) return false
  return tags.has('Noun') || (tags.has('Adjective') && (words[i]!.upper || FIELD.test(words[i]!.lower)))
}

export const phrase = ({ doc, words }: Context, first: number, last: number) =>
  doc.text
    .slice(doc.terms[first]!.start, doc.terms[last - 1]!.start + words[last - 1]!.text.length)
    .replace(/\s+/g, ' ')

/** What stands before a role and says of what it is one: "Azerbaijan’s", "Azerbaijani", "U.N.". */
export function affiliationBefore(context: Context, first: number, index: Index): string | undefined {
  const i = first - 1
  if (
    i < 0 ||
    context.doc.terms[i]!.sentence !== context.doc.terms[first]!.sentence ||
    !/^[ -]$/.test(context.doc.terms[first]!.pre)
  )
    return undefined
  const holder = index.nameAt.get(i)?.group.entity
  if (holder && holder.type !== 'person') return holder.name
  return context.lists[i]! & (LISTS.nationality | LISTS.country) ? context.words[i]!.text : undefined
}
