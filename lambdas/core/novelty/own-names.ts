import type { Alignment } from './align.ts'
import { sideOf } from './sides.ts'
import { differentSpeaker } from './speakers.ts'
import { stem } from './stem.ts'
import type { Proposition } from './types.ts'
import type { Word } from './words.ts'

const PRONOUN = /^(?:it|they|we|he|she|i) /i

/**
 * An alignment without the speaker's own name where only the later claim says it: "it had brought 45 tonnes", said the World Food
 * Programme; "the World Food Programme brought 45 tonnes". Where another may have acted, the name is news and stays.
 */
export function withoutOwnName(was: Proposition, is: Proposition, alignment: Alignment): Alignment {
  if (was.speaker === null || differentSpeaker(was, is)) return alignment
  const names = new Set(was.speaker.split(/[^\p{L}\p{N}]+/u).flatMap(word => [word, stem(word), sideOf(word) ?? word]))
  const acts = wordsOf(is.actors).some(word => names.has(word.toLowerCase()))
  if (!PRONOUN.test(was.words) && (acts || !shareActor(was, is))) return alignment
  const kept = (words: Word[]) => words.filter(word => word.weight === 0 || !names.has(word.key))
  const substitutions = alignment.substitutions.map(({ a, b }) => ({ a, b: kept(b) })).filter(({ b }) => b.length > 0)
  return { ...alignment, onlyB: kept(alignment.onlyB), substitutions }
}

const wordsOf = (phrases: readonly string[]) => phrases.flatMap(phrase => phrase.split(' ')).filter(Boolean)

function shareActor(was: Proposition, is: Proposition): boolean {
  const actors = new Set(wordsOf(was.actors))
  return wordsOf(is.actors).some(word => actors.has(word))
}
