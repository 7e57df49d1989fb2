import { GAP } from './gaps.ts'
import plain from './lexicon/plain.json' with { type: 'json' }
import { isNoun, isVerb, PRONOUN } from './tags.ts'
import type { Tokens } from './tokens.ts'

const ASIDES = new Set(plain.asides)
const LINKS = new Set(['in', 'of', 'at', 'from', 'for', 'with', 'near'])
/** In terms: "however", "for his part". */
const LONGEST_ASIDE = 5
const MOST_LINKS = 4

/** Of "The army, however, denied": the last term of the subject of the verb at `i`, whether or not an aside parts them; -1 if there is none. */
export function subjectEnd(t: Tokens, i: number): number {
  const isSubject = (k: number) => k >= 0 && (t.tag[k] === PRONOUN || isNoun(t.tag[k]!))
  if (i < 1) return -1
  if ((t.gap[i]! & ~(GAP.comma | GAP.stop)) !== 0) return -1
  if (!(t.gap[i]! & GAP.comma)) return isSubject(i - 1) ? i - 1 : -1
  if (isBearer(t, i)) return i - 1
  for (let k = i - 1; k > 0 && k >= i - LONGEST_ASIDE && !isVerb(t.tag[k]!); k--) {
    const parting = t.gap[k]! & ~GAP.stop
    if (parting === 0) continue
    return parting === GAP.comma && ASIDES.has(t.doc.terms[k]!.normal) && isSubject(k - 1) ? k - 1 : -1
  }
  return -1
}

/** "The mission's head, Ada Cole, denied": a name between commas, of whom the noun before it tells. */
function isBearer(t: Tokens, i: number): boolean {
  let k = i - 1
  while (k > i - LONGEST_ASIDE && k > 0 && isName(t, k) && !(t.gap[k]! & ~GAP.stop)) k--
  return isName(t, k) && (t.gap[k]! & ~GAP.stop) === GAP.comma && t.groupEnd[k - 1] === k - 1
}
const isName = (t: Tokens, k: number) => k > 0 && t.doc.terms[k]!.tags.has('ProperNoun') && (t.shape[k]! & 1) === 1

/** The first term of the noun group that ends at `end`, with those it hangs on: "[a spokesman for] the army". */
export function subjectStart(t: Tokens, end: number): number {
  let start = t.groupStart[end]!
  for (let links = 0; links < MOST_LINKS && start > 1; links++) {
    if (!LINKS.has(t.doc.terms[start - 1]!.normal) || t.groupStart[start - 2]! < 0) break
    if ((t.gap[start]! | t.gap[start - 1]!) & ~GAP.stop) break
    start = t.groupStart[start - 2]!
  }
  return start
}
