import type { Alignment } from './align.ts'
import { ofDifferentKind } from './lexicon.ts'
import { stem } from './stem.ts'
import type { Proposition } from './types.ts'
import { bareVerb } from './verbs.ts'
import type { Word } from './words.ts'

/** Two places, each of one text alone, where the texts share none. */
export function differentPlaces(
  was: Proposition,
  is: Proposition,
  { onlyA, onlyB }: Alignment,
): readonly [string, string] | null {
  const only = (places: readonly string[], words: readonly Word[]) =>
    places.find(place => words.some(word => word.key === place.toLowerCase()))
  const before = only(was.places, onlyA)
  const after = only(is.places, onlyB)
  return before !== undefined && after !== undefined && !was.places.some(place => is.places.includes(place))
    ? [before, after]
    : null
}

/** A name where the other text has another, or one of a kind where it has another of that kind ("soldier", "civilian"). */
export function differentNames({ onlyA, onlyB, substitutions }: Alignment): readonly [string, string] | null {
  for (const { a, b } of substitutions)
    for (const was of a) {
      const is = b.find(other => (was.kind === 'name' && other.kind === 'name') || ofDifferentKind(was.key, other.key))
      if (is) return [shown(was), shown(is)]
    }
  const [left, right] = [onlyA, onlyB].map(words => words.filter(word => word.weight > 0)) as [Word[], Word[]]
  const named = (words: readonly Word[]) => words.length > 0 && words.every(word => word.kind === 'name')
  return named(left) && named(right) ? [shown(left[0]!), shown(right[0]!)] : null
}

/** "The convoy was attacked", and then by whom: a name for the actor of a deed that had none. */
export function namedActor(was: Proposition, is: Proposition): readonly [string, string] | null {
  const words = was.words.toLowerCase().split(' ')
  const known = new Set(words)
  const isPassive = (action: string) => BE.test(words[words.indexOf(bareVerb(action)) - 1] ?? '')
  for (const [i, action] of was.actions.entries()) {
    const j = was.actors[i] === '' && isPassive(action) ? is.actions.indexOf(action) : -1
    const name = (is.actors[j] ?? '').split(' ').find(word => isName(word) && !known.has(word.toLowerCase()))
    if (name !== undefined) return ['', name]
  }
  return null
}
const BE = /^(?:is|are|was|were|been|being|be)$/
const isName = (word: string) => word !== '' && word[0] !== word[0]!.toLowerCase()

/** In a short text the one word that stands where the other has another changes what is said: "shelled", "liberated". */
export function differentWord({ a, b, onlyA, onlyB, substitutions }: Alignment): readonly [string, string] | null {
  if (Math.max(weighing(a).length, weighing(b).length) > SHORT) return null
  const one = weighing(onlyA).length === 1 && weighing(onlyB).length === 1
  const other = one && substitutions.some(gap => weighing(gap.a).length > 0 && weighing(gap.b).length > 0)
  return other ? ['', ''] : null
}
const SHORT = 9
const WEIGHS = 0.25
/** When in a day tells of no other deed: "by noon", "by the night". */
const DAYTIME = new Set('dawn morning noon midday afternoon dusk evening night midnight'.split(' ').map(stem))
const weighing = (words: readonly Word[]) => words.filter(word => word.weight > WEIGHS && !DAYTIME.has(word.key))
const shown = (word: Word) =>
  word.kind === 'name' ? word.key.replace(/(^|_)\p{L}/gu, letter => letter.toUpperCase()) : ''
