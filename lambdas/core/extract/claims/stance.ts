import type { Term } from '../text/doc.ts'
import type { Claim, Modality, Polarity } from '../types.ts'
import { isVerb, type MainVerb, mainVerb } from './main-verb.ts'

export interface Stance {
  polarity: Polarity
  modality: Modality
}

const NOT = /^(?:not|never|no|nor|cannot|hardly|neither|none|nobody|nothing)$/
const NOBODY = /^(?:neither|no|none|nobody|nothing)\b/i
/** "did not say how many": nothing is denied, it is left open. */
const OPEN = /^(?:whether|if|how|when|where|why|what|who|which)$/
const NO_NEGATION = /^(?:doubt|only|just|more|less|fewer|later|sooner|merely|matter|least|one's)$/
const WILL = /^(?:will|shall|'ll|gonna)$/
const MAY = /^(?:may|might|could|perhaps|possibly|likely|unlikely|probably|maybe)$/
const IF = /^(?:if|unless|without)$/
const MUST = /^(?:must|should|ought|needs?|required|urged|demands?|demanded|urges?|ordered|orders)$/
const DEMANDS =
  /\b(?:call(?:s|ed|ing)? (?:for|on|upon)|demand|urg(?:e|ing)|insist(?:s|ed|ing)? on|appeal|press(?:es|ed|ing) for)/i
const TO_PLAN =
  /^(?:plan|intend|aim|vow|pledge|promise|prepare|set|due|expect|schedule|ready|going|agree|decide|seek|hope|about|offer|propose)(?:s|d|ed|ned|ing|ning)?$/
const TO_MUST = /^(?:urge|order|call|demand|press|pressure|tell|ask|oblige|force|want|appeal)(?:s|d|ed|ing)?$/

/**
 * How the speaker stands to the bare proposition. Denied: by the cue ("denied that the road is open") or by a plain negation of the
 * main verb ("the road is not open") or of the source ("neither side expects"); by two of them, affirmed. Modality is read from the main verb and the cue, the strongest reserve first:
 * a question, a condition, a demand, a possibility, a plan.
 */
export function stanceOf(terms: readonly Term[], { cue, source }: Pick<Claim, 'cue' | 'source'>): Stance {
  const verb = mainVerb(terms)
  const isOpen = cue?.class === 'deny' && OPEN.test(terms[0]?.normal ?? '')
  const denials = [cue?.class === 'deny' && !isOpen, isNegated(verb), NOBODY.test(source?.text ?? '')].filter(
    Boolean,
  ).length
  return {
    polarity: denials % 2 === 1 ? 'denied' : 'affirmed',
    modality: isOpen ? 'question' : modalityOf(terms, verb, cue),
  }
}

function isNegated({ before, group, after }: MainVerb): boolean {
  const near = [...before.slice(0, 2), ...group, ...after.slice(0, 1)]
  return near.some((term, at) => {
    const negative = NOT.test(term.normal) || term.parts?.includes('not') || /n't$/.test(term.normal)
    return negative && !NO_NEGATION.test(near[at + 1]?.normal ?? '')
  })
}

function modalityOf(clause: readonly Term[], verb: MainVerb, cue: Claim['cue']): Modality {
  if (cue?.class === 'ask') return isRequest(clause, cue.text) ? 'demanded' : 'question'
  if (clause.at(-1)?.post.includes('?')) return 'question'
  if (clause[0]?.normal === 'whether') return 'question'
  if (verb.conditional) return 'hypothetical'
  const words = verb.group.flatMap(term => (term.parts ? [...term.parts, term.normal] : [term.normal]))
  const has = (pattern: RegExp) => words.some(word => pattern.test(word))
  if (cue?.class === 'order' || DEMANDS.test(cue?.text ?? '') || has(MUST) || hasTo(verb) || leadsTo(verb, TO_MUST))
    return 'demanded'
  if (cue?.class === 'believe' || has(MAY)) return 'possible'
  if (has(WILL) || leadsTo(verb, TO_PLAN) || isToBe(verb) || cue?.class === 'promise' || clause[0]?.normal === 'to')
    return 'planned'
  if (has(/^would$/))
    return words.includes('have') || clause.some(term => IF.test(term.normal)) ? 'hypothetical' : 'planned'
  return 'asserted'
}

/** "asked for a corridor", "asked both sides to leave", not "asked when it will open" or "asked about the road". */
function isRequest(clause: readonly Term[], cue: string): boolean {
  if (/\bask\w* for$/i.test(cue) || /^(?:to|for|that)$/.test(clause[0]?.normal ?? '')) return true
  const to = clause.findIndex((term, at) => term.normal === 'to' && hasInfinitive(clause, at))
  return to > 0 && !clause.slice(0, to).some(term => OPEN.test(term.normal) || isVerb(term) || term.normal === 'about')
}

/** "plans to reopen", "pressure has mounted on Azerbaijan to reopen". */
function leadsTo({ before, group, after }: MainVerb, verbs: RegExp): boolean {
  const words = [...before.slice(0, 1), ...group]
  const to = [...group, ...after.slice(0, 5)].findIndex(term => term.normal === 'to')
  return to > 0 && words.some(term => verbs.test(term.normal)) && hasInfinitive([...group, ...after.slice(0, 6)], to)
}

function hasInfinitive(terms: readonly Term[], to: number): boolean {
  const next = terms[to + 1]
  return next !== undefined && (next.tags.has('Infinitive') || next.normal === 'be')
}

/** "The army has to withdraw." */
function hasTo({ group, after }: MainVerb): boolean {
  const words = [...group, ...after.slice(0, 1)].map(term => term.normal)
  return words.some((word, at) => /^(?:has|have|had)$/.test(word) && words[at + 1] === 'to')
}

/** "The sides are to meet in Cairo." */
function isToBe({ group }: MainVerb): boolean {
  return (
    /^(?:is|are|was|were|'s|'re)$/.test(group[0]?.normal ?? '') &&
    group[1]?.normal === 'to' &&
    group[2]?.normal !== 'blame'
  )
}
