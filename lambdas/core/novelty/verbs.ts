import type { Alignment } from './align.ts'
import { NEGATING, opposed } from './lexicon.ts'
import { stem } from './stem.ts'
import type { Proposition } from './types.ts'
import type { Word } from './words.ts'

type Pair = readonly [was: string, is: string]
const MARKS = /^[+!~?*^]*/
export const bareVerb = (action: string): string => action.replace(MARKS, '')
const verbsOf = ({ actions }: Proposition) => new Map(actions.map(action => [bareVerb(action), MARKS.exec(action)![0]]))

/** The verbs that both have, with the marks of each. */
function sharedVerbs(was: Proposition, is: Proposition): (readonly [verb: string, was: string, is: string])[] {
  const mine = verbsOf(is)
  return [...verbsOf(was)].flatMap(([verb, marks]) => (mine.has(verb) ? [[verb, marks, mine.get(verb)!] as const] : []))
}

/**
 * One verb, done and not done; where no verb is shared, an affirmed claim and a denied one; failing that, of two affirmed ones one
 * with a negation for which the other has nothing.
 */
export function negated(was: Proposition, is: Proposition, { onlyA, onlyB, a, b }: Alignment): Pair | null {
  const not = (p: Proposition, marks: string) => p.polarity === 'denied' || marks.includes('!')
  const shared = sharedVerbs(was, is)
  const turned = shared.some(([, before, after]) => not(was, before) !== not(is, after))
  if (turned) return ['', '']
  if (was.polarity !== is.polarity) return shared.length > 0 ? null : ['', '']
  // "Denied that it is shut", "there is no blockade and there never was": both say no, however many words they say it in.
  if (was.polarity === 'denied') return null
  const count = (words: readonly Word[]) => words.filter(word => word.kind === 'negation').length
  const gap = count(a) - count(b)
  const other = gap > 0 ? onlyB : onlyA
  return gap === 0 || other.some(word => NEGATING.has(word.key)) ? null : ['', '']
}

export function opposite({ onlyA, onlyB }: Alignment): Pair | null {
  for (const was of onlyA) for (const is of onlyB) if (opposed(was.key, is.key)) return ['', '']
  return null
}

/** Planned and done, possible and demanded …: of the claims, or of one verb that both have. */
export function differentStatus(was: Proposition, is: Proposition): Pair | null {
  if (was.modality !== is.modality && modalityOf(was) !== modalityOf(is)) return [was.modality, is.modality]
  for (const [, marks, other] of sharedVerbs(was, is)) {
    const [before, after] = [statusOf(marks), statusOf(other)]
    if (before !== after && before !== '' && after !== '') return [before, after]
  }
  return null
}
/** Whoever only agrees has done nothing yet. */
const AGREE = new Set('agree consent promise pledge vow'.split(' ').map(stem))

/** Of a claim of which nothing is done and something is to come ("will resume"), that it is planned, as "is to resume" is. */
function modalityOf({ modality, actions }: Proposition): string {
  if (modality === 'asserted' && AGREE.has(bareVerb(actions[0] ?? ''))) return 'planned'
  const open = modality === 'asserted' && !actions.some(action => statusOf(MARKS.exec(action)![0]) === 'asserted')
  return open && actions.some(action => statusOf(MARKS.exec(action)![0]) === 'planned') ? 'planned' : modality
}
const STATUS = [
  ['^', 'hypothetical'],
  ['*', 'demanded'],
  ['~', 'planned'],
  ['?', 'possible'],
  ['+', 'asserted'],
] as const
const statusOf = (marks: string) => STATUS.find(([mark]) => marks.includes(mark))?.[1] ?? ''
