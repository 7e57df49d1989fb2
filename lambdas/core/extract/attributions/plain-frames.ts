import plain from './lexicon/plain.json' with { type: 'json' }
import { stem } from './stem.ts'
import { GAP, hashOf, isNoun, isVerb, PRONOUN, type Tokens } from './tokens.ts'

const keys = (words: readonly string[]) => new Set(words.map(word => hashOf(stem(word))))
const SAYING = keys(plain.saying)
const INTENDING = keys(plain.intending)
const IMPERSONAL = keys(plain.impersonal)
const HEARSAY = keys(plain.hearsay)
const AFTER_IMPERSONAL = new Set(['that', 'to', 'by', 'at', 'as', 'of'])

/** The plainest frames, which are cues whatever else the sentence holds: label 1 where one begins at term `i`, 2 where it goes on, else 0. */
export function plainLabel(t: Tokens, i: number): 0 | 1 | 2 {
  const { terms } = t.doc
  const key = t.stem[i]!
  if (HEARSAY.has(key)) return 1
  if (isImpersonal(t, i)) return 1
  if (i > 0 && isImpersonal(t, i - 1)) return 2
  if (i === 0 || (t.gap[i]! & ~(GAP.comma | GAP.dash)) !== 0) return 0
  const subject = t.tag[i - 1] === PRONOUN || isNoun(t.tag[i - 1]!)
  if (!subject) return 0
  if (SAYING.has(key) && isVerb(t.tag[i]!)) return 1
  const intends = INTENDING.has(key) && terms[i + 1]?.normal === 'to' && terms[i + 2]?.tags.has('Infinitive')
  return intends && t.gap[i] === 0 && t.gap[i + 1] === 0 ? 1 : 0
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
