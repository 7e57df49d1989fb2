import type { Doc, Term } from '../text/doc.ts'
import type { ClaimSource, Span } from '../types.ts'
import { GROUPS } from './lexicon/people.ts'
import { sentenceAt, within } from './positions.ts'

const THEY = /^(?:they|them|both|some|others|many)$/i
const ONE = /^(?:he|she|it)$/i
const SHORT = /^the (?:[\p{L}-]+ )?([\p{L}-]+)$/iu
const PREMODIFIER = /^(?:the|these|those|some|many|most|several|other|both|a|an|two|three|four|five|dozens|hundreds)$/
const AFTER_HEAD = /[,(]| (?:of|for|in|from|at|to|on|who|which|that|with) /
/** In sentences: who spoke longer ago is not "he" or "they" any more. */
const RECENT = 2
/** In characters. */
const FARTHEST = 300

/** A speaker and the sentence of its cue. */
export interface Spoke {
  source: ClaimSource
  sentence: number
}

/**
 * A speaker that no entity stands for, by the speakers before it, the latest first: "she" after "a nurse", "it" after "the
 * separatist leadership", "they" after a group of people in the same sentence or before, "the ministry" after "the health ministry".
 */
export function antecedent(doc: Doc, said: Spoke, before: readonly Spoke[]): ClaimSource {
  const { source, sentence } = said
  const { text, spans } = source
  const unnamed = ONE.test(text) ? unnamedBefore(doc, said, before.at(-1)) : undefined
  if (unnamed) return { ...unnamed, text, spans }
  if (source.entity !== undefined) return source
  const as = (found: ClaimSource | undefined): ClaimSource => (found ? { ...found, text, spans } : source)
  const recent = (test: (found: ClaimSource) => boolean) =>
    before.findLast(spoke => sentence - spoke.sentence <= RECENT && !isPronoun(spoke.source.name) && test(spoke.source))
  if (THEY.test(text)) {
    const group = groupBefore(doc, spans[0]![0])
    if (group !== undefined) return { ...source, name: group, kind: 'collective' }
    return as(recent(found => found.kind === 'collective')?.source)
  }
  if (/^it$/i.test(text)) return as(recent(found => found.kind === 'named' && !isPerson(found))?.source)
  if (ONE.test(text)) return as(recent(found => found.kind === 'anonymous' || isPerson(found))?.source)
  const head = SHORT.exec(text)?.[1]?.toLowerCase()
  if (head === undefined || GROUPS.has(head)) return source
  return as(
    before.findLast(spoke => spoke.source.name.length > text.length && headOf(spoke.source.name) === head)?.source,
  )
}

/** "A nurse said … “…,” she added": who spoke just before, in the same paragraph, though somebody else was named earlier. */
function unnamedBefore(doc: Doc, { source, sentence }: Spoke, last: Spoke | undefined): ClaimSource | undefined {
  if (last === undefined || sentence - last.sentence > 1 || last.source.kind !== 'anonymous') return undefined
  if (/^it$/i.test(source.text) || !/^(?:an?|one|another) /i.test(last.source.name)) return undefined
  const near = doc.sentences[sentence]?.paragraph === doc.sentences[last.sentence]?.paragraph
  return near ? last.source : undefined
}

function isPronoun(name: string): boolean {
  return THEY.test(name) || ONE.test(name)
}

function isPerson({ entity, role }: ClaimSource): boolean {
  return entity?.startsWith('person:') === true || role !== undefined
}

function headOf(name: string): string {
  return name.split(AFTER_HEAD)[0]!.trim().split(' ').at(-1)!.toLowerCase()
}

/** The name before "who" or "which": "the board's report" of "the board's report, which found …". */
export function relativeHead(doc: Doc, [start, end]: Span): Span | undefined {
  if (!/^(?:who|which|that)$/i.test(doc.text.slice(start, end))) return undefined
  const before = within(doc.terms, [Math.max(doc.terms[sentenceAt(doc, start).first]!.start, start - FARTHEST), start])
  const last = before.at(-1)
  if (!last?.tags.has('Noun')) return undefined
  let first = before.length - 1
  while (first > 0 && isNominal(before[first - 1]!)) first--
  return [before[first]!.start, last.end]
}

function isNominal(term: Term): boolean {
  return belongs(term) || (term.tags.has('Noun') && !term.tags.has('Pronoun') && !/[,;:.]/.test(term.post))
}

/** The nearest group of people before a place, in its sentence: "the rebels" of "the rebels' retreat, which they …". */
function groupBefore(doc: Doc, at: number): string | undefined {
  const { first } = sentenceAt(doc, at)
  const before = within(doc.terms, [Math.max(doc.terms[first]!.start, at - FARTHEST), at])
  const head = before.findLastIndex(term => GROUPS.has(term.normal.replace(/['’]s?$/, '')))
  if (head === -1) return undefined
  let start = head
  while (start > 0 && belongs(before[start - 1]!)) start--
  const name = doc.text.slice(before[start]!.start, before[head]!.end).replace(/['’]s?$/, '')
  return name.replace(/^(?:The|These|Those|Some|Both|Many|Most) /, determiner => determiner.toLowerCase())
}

function belongs({ tags, normal, post }: Term): boolean {
  if (/[,;:.]/.test(post)) return false
  return PREMODIFIER.test(normal) || tags.has('Adjective') || tags.has('ProperNoun') || tags.has('Possessive')
}
