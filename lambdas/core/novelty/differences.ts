import type { Alignment } from './align.ts'
import type { Difference, DifferenceKind } from './difference.ts'
import { differentNames, differentPlaces, differentWord, namedActor } from './names.ts'
import { differentNumbers } from './numbers.ts'
import { swapped, turned } from './roles.ts'
import { differentSpeaker } from './speakers.ts'
import { differentTimes } from './times.ts'
import type { Proposition } from './types.ts'
import { differentStatus, negated, opposite } from './verbs.ts'

/** What `is` says otherwise than `was`, in the order in which a reader should be told. */
export function differences(was: Proposition, is: Proposition, alignment: Alignment): Difference[] {
  const found: [DifferenceKind, readonly [was: string, is: string] | null][] = [
    ['negation', negated(was, is, alignment)],
    ['opposite', opposite(alignment)],
    ['number', differentNumbers(alignment)],
    ['status', differentStatus(was, is)],
    ['time', differentTimes(was.times, is.times)],
    ['place', differentPlaces(was, is, alignment)],
    ['actor', differentNames(alignment) ?? namedActor(was, is)],
    ['roles', swapped(was, is) ?? turned(alignment)],
    ['word', differentWord(alignment)],
    ['speaker', differentSpeaker(was, is)],
  ]
  return found.flatMap(([kind, pair]) => (pair ? [{ kind, was: pair[0], is: pair[1] }] : []))
}
