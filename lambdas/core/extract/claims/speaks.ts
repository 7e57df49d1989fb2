import cues from '../attributions/lexicon/cues.json' with { type: 'json' }
import { stem } from '../attributions/stem.ts'
import type { Doc } from '../text/doc.ts'
import type { Attribution } from '../types.ts'
import { isSurelyVerb, isVerb, mainVerb } from './main-verb.ts'
import { termsIn } from './positions.ts'

/** Stems; "agreed" has another than "agree". */
const CUES: ReadonlySet<string> = new Set(Object.values(cues).flatMap(words => words.flatMap(stems)))

function stems(word: string): string[] {
  return word.endsWith('ee') ? [stem(word), stem(`${word}d`)] : [stem(word)]
}

/**
 * Whether what an attribution says is told by its source. "Baku started [talks]", "the doctors were allowed [to leave]" and
 * "known as [the road of life]" are the outlet's own statements, whatever the model took the verb for: a name or an infinitive
 * is content only of a speaker's word of speech or thought.
 */
export function speaks(doc: Doc, { source, cue, content, quote }: Attribution): boolean {
  if (quote === 'direct' || quote === 'mixed') return true
  const words = termsIn(doc, cue.spans)
  const verb = words.find(term => isVerb(term) && !term.tags.has('Auxiliary'))
  if (source && (verb ? [verb] : words).some(term => CUES.has(stem(term.normal)))) return true
  const terms = termsIn(doc, content.spans)
  return terms[0]?.normal !== 'to' && mainVerb(terms).group.some(isSurelyVerb)
}
