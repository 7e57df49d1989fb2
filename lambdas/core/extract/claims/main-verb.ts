import type { Term } from '../text/doc.ts'

/** The verb group that a clause turns on ("will not be reopened"), and what stands before it. Empty where there is none. */
export interface MainVerb {
  before: readonly Term[]
  group: readonly Term[]
  after: readonly Term[]
  /** Begins with "if", "unless" or an inverted "should the talks fail". */
  conditional: boolean
}

const OPENER =
  /^(?:if|unless|when|after|before|while|although|though|because|since|once|until|despite|given|as|whereas|for|in|on|at|by|during|following|amid)$/
const RELATIVE = /^(?:who|which|whom|whose|that|where)$/
const LINK =
  /^(?:to|able|going|about|due|set|likely|unlikely|ready|bound|longer|no|yet|also|still|now|not|never|n't|been|being|be|only|already)$/

/** Finds the main verb of a clause's terms without a parse: the first verb that is no participle, infinitive or relative clause's own. */
export function mainVerb(terms: readonly Term[]): MainVerb {
  const { start, conditional } = skipOpening(terms)
  let relative = false
  for (let at = start; at < terms.length; at++) {
    const term = terms[at]!
    if (RELATIVE.test(term.normal) && at > start && terms[at - 1]!.tags.has('Noun')) relative = true
    if (!isVerb(term) || isAdjunct(terms, at)) continue
    const stop = groupEnd(terms, at)
    if (!relative)
      return { before: terms.slice(0, at), group: terms.slice(at, stop), after: terms.slice(stop), conditional }
    relative = false
    at = stop - 1
  }
  return { before: terms, group: [], after: [], conditional }
}

/** After "When the talks ended, " or "that"; a condition is remembered. */
function skipOpening(terms: readonly Term[]): { start: number; conditional: boolean } {
  const first = terms[0]?.normal
  if (first === 'that' && !isVerb(terms[1])) return skipFrom(terms, 1)
  return skipFrom(terms, 0)
}

function skipFrom(terms: readonly Term[], from: number): { start: number; conditional: boolean } {
  const word = terms[from]?.normal ?? ''
  const conditional = word === 'if' || word === 'unless' || (word === 'should' && !terms.at(-1)!.post.includes('?'))
  if (!OPENER.test(word) && !conditional) return { start: from, conditional }
  const comma = terms.findIndex((term, index) => index >= from && term.post.includes(','))
  return { start: comma === -1 || comma === terms.length - 1 ? from : comma + 1, conditional }
}

/** What compromise takes for a verb in "under the agreement" and "like the last one". */
const NO_VERB =
  /^(?:under|like|near|past|till|amid|despite|plus|versus|worth|following|according|including|regarding|concerning)$/

export function isVerb(term: Term | undefined): boolean {
  return (
    term !== undefined &&
    !NO_VERB.test(term.normal) &&
    (term.tags.has('Verb') || term.tags.has('Modal') || term.tags.has('Auxiliary'))
  )
}

/** Not "talks", which compromise takes for a verb as often as for a noun. */
export function isSurelyVerb({ tags }: Term): boolean {
  return tags.has('PastTense') || tags.has('Copula') || tags.has('Auxiliary') || tags.has('Modal')
}

/** "to reopen", "connecting to", "imposed by", "the besieged city": verbs that no clause turns on. */
function isAdjunct(terms: readonly Term[], at: number): boolean {
  const { tags } = terms[at]!
  const previous = terms[at - 1]
  const next = terms[at + 1]?.normal ?? ''
  if (tags.has('Gerund') && !previous?.tags.has('Auxiliary')) return true
  if (tags.has('Infinitive') && previous?.normal === 'to') return true
  if (!tags.has('PastTense') && !tags.has('Participle')) return false
  if (previous?.tags.has('Determiner') && terms[at + 1]?.tags.has('Noun')) return true
  return (
    next === 'by' || (next === 'as' && previous !== undefined && previous.tags.has('Noun') && /,/.test(previous.post))
  )
}

function groupEnd(terms: readonly Term[], at: number): number {
  let stop = at + 1
  while (stop < terms.length && !/[,;:]/.test(terms[stop - 1]!.post)) {
    const { tags, normal } = terms[stop]!
    if (!isVerb(terms[stop]) && !tags.has('Adverb') && !tags.has('Negative') && !LINK.test(normal)) break
    stop++
  }
  return stop
}
