import type { Run } from './tag.ts'
import { isVerb } from './tags.ts'
import type { Tokens } from './tokens.ts'

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose'])
const QUOTED_IN = new Set(['according', 'per'])

/** The name of the pattern in which source, cue and content stand, so that a reader can see why an attribution was made. */
export function frameOf(t: Tokens, cue: Run, source: Run | null, content: readonly Run[]): string {
  const [first, last] = cue
  const words = t.doc.terms.slice(first, last).map(term => term.normal)
  const contentFirst = content[0]![0]
  const opening = t.doc.terms[contentFirst]!.normal
  const contentLast = content.at(-1)![0]
  if (QUOTED_IN.has(words[0]!)) return 'according-to'
  if (source && RELATIVE.has(t.doc.terms[source[0]]!.normal)) return 'relative'
  if (!t.doc.terms.slice(first, last).some((_, k) => isVerb(t.tag[first + k]!))) return nounFrame(t, cue, content)
  if (isPassive(t, cue)) return source ? 'passive-by' : 'passive'
  if (contentFirst < first && contentLast >= last) return 'verb-split'
  if (contentFirst >= last) {
    if (source && source[0] >= last) return 'verb-object'
    if (opening === 'that' || words.at(-1) === 'that') return 'verb-that'
    if (opening === 'to' || words.at(-1) === 'to') return 'verb-to'
    return 'verb-before'
  }
  if (source === null) return 'verb-open'
  return source[0] >= last ? 'verb-inverted' : 'verb-trailing'
}

function nounFrame(t: Tokens, [, last]: Run, content: readonly Run[]): string {
  const next = t.doc.terms[last]
  if (content[0]![0] > last - 1 && next) {
    if (next.normal === 'that') return 'noun-that'
    if (next.normal === 'of') return 'noun-of'
    if (next.normal === 'to') return 'noun-to'
  }
  return 'noun'
}

/** "was quoted as saying", "is estimated by": a form of "be" and a past participle. */
function isPassive(t: Tokens, [first, last]: Run): boolean {
  for (let i = first + 1; i < last; i++) {
    const tags = t.doc.terms[i]!.tags
    if ((tags.has('PastTense') || tags.has('Participle')) && isBe(t.doc.terms[i - 1]!.normal)) return true
  }
  return t.doc.terms[last]?.normal === 'by' && t.doc.terms[first]!.tags.has('PastTense')
}
const isBe = (word: string) => /^(?:is|are|was|were|be|been|being)$/.test(word)
