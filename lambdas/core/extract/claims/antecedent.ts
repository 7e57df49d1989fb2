import type { Doc, Term } from '../text/doc.ts'
import { GROUPS } from './lexicon/people.ts'
import { sentenceAt, within } from './positions.ts'

const PRONOUN = /^(?:they|them)$/i
const PREMODIFIER = /^(?:the|these|those|some|many|most|several|other|both|a|an|two|three|four|five|dozens|hundreds)$/

/** Who "they" are where they are no entity: the nearest group of people before, in the same sentence. Without its possessive. */
export function antecedent(doc: Doc, text: string, at: number): string | undefined {
  if (!PRONOUN.test(text)) return undefined
  const { first } = sentenceAt(doc, at)
  const before = within(doc.terms, [doc.terms[first]!.start, at])
  const head = before.findLastIndex(term => GROUPS.has(term.normal.replace(/['’]s?$/, '')))
  if (head === -1) return undefined
  let start = head
  while (start > 0 && belongs(before[start - 1]!)) start--
  return doc.text.slice(before[start]!.start, before[head]!.end).replace(/['’]s?$/, '')
}

function belongs({ tags, normal, post }: Term): boolean {
  return (
    !/[,;:.]/.test(post) &&
    (PREMODIFIER.test(normal) || tags.has('Adjective') || tags.has('ProperNoun') || tags.has('Possessive'))
  )
}
