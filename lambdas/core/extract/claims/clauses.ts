import type { Doc, Sentence, Term } from '../text/doc.ts'
import { isVerb } from './main-verb.ts'

const JOINS =
  /^(?:and|but|while|whereas|although|though|because|as|after|before|when|since|so|yet|if|unless|until|or|nor)$/
const SUBORDINATES = /^(?:while|whereas|although|though|because|unless|when|if|after|before|until)$/

/** In words: a clause's verb is not sought farther than this, so that a list of a thousand names costs no more than it should. */
const LONGEST = 60

/** Cuts a sentence into clauses, `[first, last)` in `doc.terms`. A cut is made only where both parts have a verb of their own. */
export function clausesOf({ terms }: Doc, { first, last }: Sentence): [number, number][] {
  const clauses: [number, number][] = []
  let start = first
  let verb = isOwnVerb(terms, first, first)
  for (let at = first + 1; at < last; at++) {
    if (verb && isJoint(terms, start, at) && hasVerb(terms, at, nextJoint(terms, at, last))) {
      clauses.push([start, at])
      start = at
      verb = false
    }
    verb ||= isOwnVerb(terms, start, at)
  }
  clauses.push([start, last])
  return clauses
}

/** Whether a clause may begin at `at`: after ";", a dash or a colon; after a comma with a joining word, or one that closes a "When …,". */
function isJoint(terms: readonly Term[], start: number, at: number): boolean {
  const gap = terms[at - 1]!.post + terms[at]!.pre
  const { normal } = terms[at]!
  if (/[;:—]|\s[-–]\s|[.!?]/.test(gap) && !terms[at]!.tags.has('Hyphenated')) return true
  if (gap.includes(',')) return JOINS.test(normal) || (SUBORDINATES.test(terms[start]!.normal) && !isVerb(terms[at]))
  return SUBORDINATES.test(normal)
}

function nextJoint(terms: readonly Term[], from: number, last: number): number {
  const stop = Math.min(last, from + LONGEST)
  for (let at = from + 1; at < stop; at++) if (isJoint(terms, from, at)) return at
  return stop
}

function hasVerb(terms: readonly Term[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isOwnVerb(terms, from, at)) return true
  return false
}

/** A verb that a clause can turn on: no infinitive after "to", no "-ing" without an auxiliary. */
export function isOwnVerb(terms: readonly Term[], from: number, at: number): boolean {
  const term = terms[at]!
  const previous = at > from ? terms[at - 1] : undefined
  if (!isVerb(term) || previous?.normal === 'to') return false
  return !term.tags.has('Gerund') || previous?.tags.has('Auxiliary') === true
}
