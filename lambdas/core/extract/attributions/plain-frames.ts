import { GAP } from './gaps.ts'
import { hashOf } from './hash.ts'
import plain from './lexicon/plain.json' with { type: 'json' }
import { stem } from './stem.ts'
import { subjectEnd } from './subject.ts'
import { isNoun, isVerb, PRONOUN } from './tags.ts'
import type { Tokens } from './tokens.ts'

export const keys = (words: readonly string[]) => new Set(words.map(word => hashOf(stem(word))))
export const SAYING: ReadonlySet<number> = keys(plain.saying)
const INTENDING = keys(plain.intending)
/** What may begin the words that tell when, where and to whom it was said. */
export const CIRCUMSTANCES: ReadonlySet<string> = new Set(plain.circumstances)
const SAY = hashOf(stem('say'))
const CALL = hashOf(stem('call'))
const IMPERSONAL = keys(plain.impersonal)
const HEARSAY = keys(plain.hearsay)
const AFTER_IMPERSONAL = new Set(['that', 'to', 'by', 'at', 'as', 'of'])

/** What a plain frame is worth to a cue, in units of the packed weights. "plans to" is worth more: its verb is read as a noun. */
const SAID = 48
const INTENDED = 120

/** The label of term `i` in a plain frame, 1 where a cue begins and 2 where it goes on, and what that is worth; null outside. */
export interface Plain {
  label: 1 | 2
  worth: number
}

/** Of a text's terms, how far the clause or the number that a frame ends in may stand behind its verb. */
const REACH = 8
const PARTING = ~GAP.stop
const HAVE = /^(?:has|have|had)$/
const PUTTING = keys(plain.putting)
const COUNTING = keys(plain.counting)
const REFUSING: ReadonlySet<string> = new Set(plain.refusing.map(([verb, particle]) => `${stem(verb!)} ${particle}`))
const PARTICLES: ReadonlySet<string> = new Set(plain.refusing.map(([, particle]) => particle!))

/** The plainest frames, which are cues whatever else the sentence holds. */
export function plainFrame(t: Tokens, i: number): Plain | null {
  const { terms } = t.doc
  const key = t.stem[i]!
  if (HEARSAY.has(key) || isImpersonal(t, i)) return { label: 1, worth: SAID }
  if (i === 0) return null
  if (isImpersonal(t, i - 1) || isPerfect(t, i - 1)) return { label: 2, worth: SAID }
  const goingOn = continuousAt(t, i)
  if (goingOn > 0) return { label: goingOn === 1 ? 1 : 2, worth: INTENDED }
  if (isPerfectOf(COUNTING, t, i - 1) && isNumber(t, i + 1)) return { label: 2, worth: INTENDED }
  if (refuses(t, i) && subjectEnd(t, auxiliaryStart(t, i)) >= 0) return { label: 1, worth: INTENDED }
  if (refuses(t, i - 1) && subjectEnd(t, auxiliaryStart(t, i - 1)) >= 0) return { label: 2, worth: INTENDED }
  if (t.gap[i]! & GAP.comma && SAYING.has(key) && isVerb(t.tag[i]!) && subjectEnd(t, i) >= 0)
    return { label: 1, worth: SAID }
  if (isInverted(t, i)) return { label: 1, worth: SAID }
  const before = terms[i - 1]!.tags.has('Adverb') && t.gap[i] === 0 ? i - 2 : i - 1
  const subject = t.tag[before] === PRONOUN || isNoun(t.tag[before] ?? 0)
  if (!subject || (t.gap[i]! & ~(GAP.comma | GAP.dash)) !== 0) return null
  if (isPuttingAt(t, i) || saysThat(t, i)) return { label: 1, worth: INTENDED }
  if (isPerfectOf(COUNTING, t, i) && isNumber(t, i + 2)) return { label: 1, worth: INTENDED }
  if (isPerfect(t, i) || (SAYING.has(key) && isVerb(t.tag[i]!))) return { label: 1, worth: SAID }
  const intends = INTENDING.has(key) && terms[i + 1]?.normal === 'to' && isBareVerb(t, i + 2)
  return intends && t.gap[i] === 0 && t.gap[i + 1] === 0 ? { label: 1, worth: INTENDED } : null
}

/** "The talks failed, said one diplomat." */
function isInverted(t: Tokens, i: number): boolean {
  if (t.stem[i] !== SAY || !(t.gap[i]! & GAP.comma) || t.gap[i + 1] !== 0 || i + 1 >= t.length) return false
  return t.groupStart[i + 1] === i + 1 && t.tag[i + 1] !== PRONOUN
}

/** The place, from 1, that a term has in "is calling for", "have been demanding that" behind a subject; 0 outside. */
function continuousAt(t: Tokens, i: number): number {
  for (let place = 1; place <= 4 && place <= i; place++) {
    const first = i - place + 1
    const verb = HAVE.test(t.doc.terms[first]!.normal) ? first + 2 : first + 1
    const be = t.doc.terms[verb - 1]?.normal ?? ''
    if (verb >= t.length - 1 || !(verb === first + 1 ? /^(?:is|are|was|were)$/ : /^been$/).test(be)) continue
    if (!t.doc.terms[verb]!.tags.has('Gerund') || !(SAYING.has(t.stem[verb]!) || t.stem[verb] === CALL)) continue
    const next = t.doc.terms[verb + 1]!.normal
    const particle = t.stem[verb] === CALL ? /^(?:for|on|upon)$/.test(next) : false
    if (t.stem[verb] === CALL && !particle) continue
    if (subjectEnd(t, first) < 0 || i > verb + (particle ? 1 : 0)) continue
    return place
  }
  return 0
}

/** Of "has ruled out" where "has" stands. */
function auxiliaryStart(t: Tokens, i: number): number {
  return i > 1 && HAVE.test(t.doc.terms[i - 1]!.normal) && t.gap[i] === 0 ? i - 1 : i
}

/** "ruled out", "brushed aside". */
export function refuses(t: Tokens, i: number): boolean {
  const next = t.doc.terms[i + 1]?.normal
  if (next === undefined || !PARTICLES.has(next) || t.gap[i + 1]! & PARTING) return false
  return REFUSING.has(`${stem(t.doc.terms[i]!.normal)} ${next}`)
}

/** "put their losses at 213", "puts the toll at about 40". */
function isPuttingAt(t: Tokens, i: number): boolean {
  if (!PUTTING.has(t.stem[i]!) || !isVerb(t.tag[i]!)) return false
  for (let k = i + 1; k < i + REACH && k < t.length; k++) {
    if (t.gap[k]! & PARTING || isVerb(t.tag[k]!)) return false
    if (t.doc.terms[k]!.normal === 'at') return k > i + 1 && isNumber(t, k + 1)
  }
  return false
}

/** "denied at the time that it": a word or two may part a verb of saying from its clause. */
function saysThat(t: Tokens, i: number): boolean {
  const { terms } = t.doc
  if (!SAYING.has(t.stem[i]!) || !isVerb(t.tag[i]!) || t.quote[i]) return false
  if (terms[i + 1]?.normal === 'that' && t.gap[i + 1] === 0)
    return t.tag[i + 2] === PRONOUN || (t.groupStart[i + 2] ?? -1) >= 0
  if (i + 1 >= t.length || !CIRCUMSTANCES.has(terms[i + 1]!.normal)) return false
  for (let k = i + 1; k < i + REACH && k + 1 < t.length; k++) {
    if (t.gap[k]! & PARTING || isVerb(t.tag[k]!)) return false
    if (t.doc.terms[k]!.normal === 'that') return t.tag[k + 1] === PRONOUN || t.groupStart[k + 1]! >= 0
  }
  return false
}

/** "213", "about 40", "no fewer than 200". */
export function isNumber(t: Tokens, from: number): boolean {
  for (let k = from; k < from + 4 && k < t.length; k++) {
    if (t.gap[k]! & PARTING || isVerb(t.tag[k]!)) return false
    if (t.shape[k] === 2 || t.doc.terms[k]!.tags.has('Value')) return true
  }
  return false
}

/** "the rebels have announced". */
function isPerfect(t: Tokens, i: number): boolean {
  return isPerfectOf(SAYING, t, i)
}

function isPerfectOf(verbs: ReadonlySet<number>, t: Tokens, i: number): boolean {
  const says = i + 1 < t.length && verbs.has(t.stem[i + 1]!) && isVerb(t.tag[i + 1]!)
  return says && HAVE.test(t.doc.terms[i]!.normal) && t.gap[i + 1] === 0
}

/** After "to" a word in small letters, with no article, is a verb, even where compromise takes it for a noun: "hopes to visit the camp". */
function isBareVerb(t: Tokens, i: number): boolean {
  return i < t.length && t.shape[i] === 0 && (isVerb(t.tag[i]!) || t.doc.terms[i]!.tags.has('Singular'))
}

/** "it is believed that", "40 houses are estimated to", "were accused of". */
function isImpersonal(t: Tokens, i: number): boolean {
  const { terms } = t.doc
  if (i + 2 >= t.length || !IMPERSONAL.has(t.stem[i + 1]!)) return false
  return (
    t.gap[i + 1] === 0 &&
    t.gap[i + 2] === 0 &&
    /^(?:is|are|was|were)$/.test(terms[i]!.normal) &&
    AFTER_IMPERSONAL.has(terms[i + 2]!.normal)
  )
}
