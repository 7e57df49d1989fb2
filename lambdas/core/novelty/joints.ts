import type { Alignment } from './align.ts'
import type { Proposition } from './types.ts'
import { bareVerb } from './verbs.ts'
import type { Word } from './words.ts'

/** Words at which a sentence joins what can be told apart. */
const JOINTS = new Set(['and', 'with', 'while', 'but', 'as', 'after', 'when', 'where', 'which', 'who'])
const MOST = 6
const WEIGHS = 0.25

export const weighing = (words: readonly Word[]): Word[] => words.filter(word => word.weight > WEIGHS)

/** The ways to cut a sentence in two that both tell something. */
export function cuts(words: readonly Word[]): (readonly [readonly Word[], readonly Word[]])[] {
  const joints = words.flatMap(({ key }, at) => (JOINTS.has(key) ? [at] : [])).slice(0, MOST)
  return joints
    .map(at => [words.slice(0, at), words.slice(at + 1)] as const)
    .filter(([left, right]) => tells(left) && tells(right))
}

function tells(part: readonly Word[]): boolean {
  const found = weighing(part).length
  return found >= 2 || (found === 1 && part.some(word => word.kind === 'number'))
}

/**
 * "9,000 people fled and nine doctors were arrested", after the 9,000: beside the part with a number that both have, a part
 * with a verb of its own, of most of which the other claim has nothing.
 */
export function addsDeed({ actions }: Proposition, { b, onlyB }: Alignment): boolean {
  const verbs = new Set(actions.map(bareVerb))
  const alone = new Set(onlyB)
  const counts = (part: readonly Word[]) => part.some(word => word.kind === 'number' && !alone.has(word))
  const isFresh = (part: readonly Word[]) => {
    const fresh = weighing(part).filter(word => alone.has(word))
    return fresh.length > 1 && fresh.some(({ key }) => verbs.has(key)) && fresh.length * 2 >= weighing(part).length
  }
  return cuts(b).some(([left, right]) => (counts(left) && isFresh(right)) || (counts(right) && isFresh(left)))
}
