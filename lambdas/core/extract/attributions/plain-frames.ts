import { GAP } from './gaps.ts'
import { hashOf } from './hash.ts'
import plain from './lexicon/plain.json' with { type: 'json' }
import { stem } from './stem.ts'
import { isNoun, isVerb, PRONOUN } from './tags.ts'
import type { Tokens } from './tokens.ts'

const keys = (words: readonly string[]) => new Set(words.map(word => hashOf(stem(word))))
const SAYING = keys(plain.saying)
const INTENDING = keys(plain.intending)
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

/** The plainest frames, which are cues whatever else the sentence holds. */
export function plainFrame(t: Tokens, i: number): Plain | null {
  const { terms } = t.doc
  const key = t.stem[i]!
  if (HEARSAY.has(key) || isImpersonal(t, i)) return { label: 1, worth: SAID }
  if (i === 0) return null
  if (isImpersonal(t, i - 1) || isPerfect(t, i - 1)) return { label: 2, worth: SAID }
  const subject = t.tag[i - 1] === PRONOUN || isNoun(t.tag[i - 1]!)
  if (!subject || (t.gap[i]! & ~(GAP.comma | GAP.dash)) !== 0) return null
  if (isPerfect(t, i) || (SAYING.has(key) && isVerb(t.tag[i]!))) return { label: 1, worth: SAID }
  const intends = INTENDING.has(key) && terms[i + 1]?.normal === 'to' && isBareVerb(t, i + 2)
  return intends && t.gap[i] === 0 && t.gap[i + 1] === 0 ? { label: 1, worth: INTENDED } : null
}

/** "the rebels have announced". */
function isPerfect(t: Tokens, i: number): boolean {
  const says = i + 1 < t.length && SAYING.has(t.stem[i + 1]!) && isVerb(t.tag[i + 1]!)
  return says && /^(?:has|have|had)$/.test(t.doc.terms[i]!.normal) && t.gap[i + 1] === 0
}

/** After "to" a word in small letters, with no article, is a verb, even where compromise takes it for a noun: "hopes to visit the camp". */
function isBareVerb(t: Tokens, i: number): boolean {
  return i < t.length && t.shape[i] === 0 && (isVerb(t.tag[i]!) || t.doc.terms[i]!.tags.has('Singular'))
}

/** "it is believed that", "40 houses are estimated to", "were accused of". */
function isImpersonal(t: Tokens, i: number): boolean {
  const { terms } = t.doc
  if (!/^(?:is|are|was|were)$/.test(terms[i]!.normal) || t.gap[i + 1] !== 0) return false
  return (
    i + 2 < t.length &&
    IMPERSONAL.has(t.stem[i + 1]!) &&
    t.gap[i + 2] === 0 &&
    AFTER_IMPERSONAL.has(terms[i + 2]!.normal)
  )
}
