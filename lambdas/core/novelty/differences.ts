import type { Alignment } from './align.ts'
import { NEGATING, ofDifferentKind, opposed } from './lexicon.ts'
import { differentNumbers } from './numbers.ts'
import { differentSpeaker } from './speakers.ts'
import { differentTimes } from './times.ts'
import type { Proposition } from './types.ts'
import type { Word } from './words.ts'

export type DifferenceKind =
  | 'number'
  | 'negation'
  | 'opposite'
  | 'status'
  | 'speaker'
  | 'actor'
  | 'roles'
  | 'word'
  | 'place'
  | 'time'
/** Something that two claims say otherwise, however alike they are worded: with it, neither repeats the other. */
export interface Difference {
  kind: DifferenceKind
  /** Of the claim that stands, and of the one that comes. */
  was: string
  is: string
}

/** What `is` says otherwise than `was`, in the order in which a reader should be told. */
export function differences(was: Proposition, is: Proposition, alignment: Alignment): Difference[] {
  const found = [
    denied(was, is) ?? negated(was, is, alignment),
    opposite(alignment),
    numbers(alignment),
    status(was, is),
    of('time', differentTimes(was.times, is.times)),
    of('place', differentPlaces(was, is, alignment)),
    names(alignment),
    swapped(was, is) ?? turned(alignment),
    words(alignment),
    of('speaker', differentSpeaker(was, is)),
  ]
  return found.filter(difference => difference !== null)
}

const of = (kind: DifferenceKind, pair: readonly [string, string] | null): Difference | null =>
  pair && { kind, was: pair[0], is: pair[1] }

const MARKS = /^[+!~?*^]*/
const verbs = (p: Proposition) => new Map(p.actions.map(action => [action.replace(MARKS, ''), MARKS.exec(action)![0]]))

function denied(was: Proposition, is: Proposition): Difference | null {
  return was.polarity === is.polarity ? null : { kind: 'negation', was: was.polarity, is: is.polarity }
}

/** The same verb, once with and once without a negation; failing that, one text with a negation that the other has no match for. */
function negated(was: Proposition, is: Proposition, { onlyA, onlyB, a, b }: Alignment): Difference | null {
  const mine = verbs(is)
  for (const [verb, marks] of verbs(was)) {
    const other = mine.get(verb)
    if (other !== undefined && marks.includes('!') !== other.includes('!'))
      return { kind: 'negation', was: `${marks}${verb}`, is: `${other}${verb}` }
  }
  const count = (words: readonly Word[]) => words.filter(word => word.kind === 'negation').length
  const gap = count(a) - count(b)
  const other = gap > 0 ? onlyB : onlyA
  if (gap === 0 || other.some(word => NEGATING.has(word.key))) return null
  return { kind: 'negation', was: gap > 0 ? 'not' : '', is: gap > 0 ? '' : 'not' }
}

function opposite({ onlyA, onlyB }: Alignment): Difference | null {
  for (const was of onlyA)
    for (const is of onlyB) if (opposed(was.key, is.key)) return { kind: 'opposite', was: was.key, is: is.key }
  return null
}

function numbers({ onlyA, onlyB, a, b }: Alignment): Difference | null {
  return of('number', differentNumbers(onlyA, onlyB, a, b))
}

function status(was: Proposition, is: Proposition): Difference | null {
  if (was.modality !== is.modality) return { kind: 'status', was: was.modality, is: is.modality }
  const mine = verbs(is)
  for (const [verb, marks] of verbs(was)) {
    const other = mine.get(verb)
    if (other === undefined) continue
    const [before, after] = [statusOf(marks), statusOf(other)]
    if (before !== after && before !== '' && after !== '') return { kind: 'status', was: before, is: after }
  }
  return null
}
const STATUS = [
  ['^', 'hypothetical'],
  ['*', 'demanded'],
  ['~', 'planned'],
  ['?', 'possible'],
  ['+', 'asserted'],
] as const
const statusOf = (marks: string) => STATUS.find(([mark]) => marks.includes(mark))?.[1] ?? ''

function differentPlaces(
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
function names({ onlyA, onlyB, substitutions }: Alignment): Difference | null {
  for (const { a, b } of substitutions)
    for (const was of a) {
      const is = b.find(other => (was.kind === 'name' && other.kind === 'name') || ofDifferentKind(was.key, other.key))
      if (is) return { kind: 'actor', was: shown(was), is: shown(is) }
    }
  const [left, right] = [onlyA, onlyB].map(words => words.filter(word => word.weight > 0)) as [Word[], Word[]]
  const named = (words: readonly Word[]) => words.length > 0 && words.every(word => word.kind === 'name')
  return named(left) && named(right) ? { kind: 'actor', was: shown(left[0]!), is: shown(right[0]!) } : null
}

/** In a short text the one word that stands where the other has another changes what is said: "shelled", "liberated". */
function words({ a, b, onlyA, onlyB, substitutions }: Alignment): Difference | null {
  if (Math.max(weighing(a).length, weighing(b).length) > SHORT) return null
  const one = weighing(onlyA).length === 1 && weighing(onlyB).length === 1
  const other = one && substitutions.some(gap => weighing(gap.a).length > 0 && weighing(gap.b).length > 0)
  return other ? { kind: 'word', was: '', is: '' } : null
}
const SHORT = 9
const WEIGHS = 0.25
const weighing = (words: readonly Word[]) => words.filter(word => word.weight > WEIGHS)
const shown = (word: Word) =>
  word.kind === 'name' ? word.key.replace(/(^|_)\p{L}/gu, letter => letter.toUpperCase()) : ''

/** "A shelled B" and "B shelled A": the same words, the other way round. */
function swapped(was: Proposition, is: Proposition): Difference | null {
  const at = new Map(is.actions.map((action, i) => [action, i]))
  for (const [i, action] of was.actions.entries()) {
    const j = at.get(action)
    if (j === undefined) continue
    const [actor, object] = [was.actors[i]!, was.objects[i]!]
    const [otherActor, otherObject] = [is.actors[j]!, is.objects[j]!]
    if (
      !shared(actor, otherActor) &&
      !shared(object, otherObject) &&
      shared(actor, otherObject) &&
      shared(object, otherActor)
    )
      return { kind: 'roles', was: actor, is: otherActor }
  }
  return null
}

/** "A handed it to B" and "B handed it to A": two names that have changed their prepositions. */
function turned({ a, b }: Alignment): Difference | null {
  const named = new Set([...a, ...b].filter(word => word.kind === 'name').map(word => word.key))
  const before = leads(a, named)
  const after = leads(b, named)
  const both = [...before.keys()].filter(name => after.has(name))
  for (const one of both)
    for (const other of both) {
      const [x, y] = [before.get(one), before.get(other)]
      const swaps = x !== y && x === after.get(other) && y === after.get(one)
      if (swaps && x !== 'and' && y !== 'and') return { kind: 'roles', was: one, is: other }
    }
  return null
}

/** The small word before each name: "to the Azerbaijani" → "to", none → "". A name that stands twice is left out. */
function leads(words: readonly Word[], named: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  words.forEach((word, i) => {
    if (!named.has(word.key)) return
    if (found.has(word.key)) twice.add(word.key)
    let at = i - 1
    while (at >= 0 && (words[at]!.kind === 'number' || ARTICLE.has(words[at]!.key))) at--
    found.set(
      word.key,
      at >= 0 && words[at]!.kind === 'function' ? (LISTING.has(words[at]!.key) ? 'and' : words[at]!.key) : '',
    )
  })
  for (const name of twice) found.delete(name)
  return found
}
const LISTING = new Set(['and', 'or', 'between', 'both'])
const ARTICLE = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her'])

/** Whether two phrases share a name; where neither has one, any word. */
function shared(one: string, other: string): boolean {
  const [x, y] = [one, other].map(phrase => phrase.split(' ').filter(Boolean)) as [string[], string[]]
  const named = (words: readonly string[]) => words.filter(word => word[0] !== word[0]!.toLowerCase())
  const [left, right] = named(x).length > 0 && named(y).length > 0 ? [named(x), named(y)] : [x, y]
  return left.some(word => right.includes(word))
}
