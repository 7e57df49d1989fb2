import { GAP } from './gaps.ts'
import { inNounGroup, PRONOUN } from './tags.ts'
import type { Tokens } from './tokens.ts'

/** Marks the runs of determiners, adjectives, numbers and nouns, and pronouns by themselves. */
export function groupNouns(tokens: Tokens): void {
  const { length, tag, gap, groupStart, groupEnd } = tokens
  let start = -1
  for (let i = 0; i <= length; i++) {
    const inside = i < length && inNounGroup(tag[i]!)
    const breaks =
      !inside ||
      (gap[i]! & ~GAP.stop) !== 0 ||
      tag[i] === PRONOUN ||
      (i > 0 && tag[i - 1] === PRONOUN && tokens.shape[i - 1]! < 4 && !isPossessive(tokens, i - 1))
    if (start >= 0 && breaks) {
      for (let k = start; k < i; k++) groupEnd[k] = i - 1
      start = -1
    }
    if (inside) {
      if (start < 0) start = i
      groupStart[i] = start
    }
  }
}

const isPossessive = (tokens: Tokens, i: number) => tokens.doc.terms[i]!.tags.has('Possessive')
