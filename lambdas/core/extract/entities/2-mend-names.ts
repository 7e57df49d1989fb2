import { agreeNames } from './mend/agree-names.ts'
import { extendPlaces } from './mend/extend-places.ts'
import { findAcronyms } from './mend/find-acronyms.ts'
import { findAgain } from './mend/find-again.ts'
import { findBodies } from './mend/find-bodies.ts'
import { findDatelines } from './mend/find-datelines.ts'
import { findForces } from './mend/find-forces.ts'
import { findHeads } from './mend/find-heads.ts'
import { findKnown } from './mend/find-known.ts'
import { findPlaces } from './mend/find-places.ts'
import { findTitled } from './mend/find-titled.ts'
import { trimNames } from './mend/trim-names.ts'
import { typeByAlias } from './mend/type-by-alias.ts'
import { typeByKind } from './mend/type-by-kind.ts'
import type { Name } from './name.ts'
import type { Context } from './tagger/context.ts'

/** What rules know better than the tagger, each the one after the other on the same sorted list. */
export function mendNames(context: Context, tagged: Name[]): Name[] {
  let names = agreeNames(context, trimNames(context, tagged))
  names = findKnown(context, typeByAlias(context, names))
  names = findPlaces(context, names)
  names = findDatelines(context, names)
  names = typeByKind(context, names)
  names = findHeads(context, findBodies(context, names))
  names = findTitled(context, names)
  names = findForces(context, names)
  names = extendPlaces(context, names)
  names = findAcronyms(context, names)
  return findAgain(context, names)
}
