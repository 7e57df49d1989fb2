import { agreeNames } from './mend/agree-names.ts'
import { extendPlaces } from './mend/extend-places.ts'
import { findAcronyms } from './mend/find-acronyms.ts'
import { findBodies } from './mend/find-bodies.ts'
import { findDatelines } from './mend/find-datelines.ts'
import { findForces } from './mend/find-forces.ts'
import { findKnown } from './mend/find-known.ts'
import { findPlaces } from './mend/find-places.ts'
import { findTitled } from './mend/find-titled.ts'
import { placeByContext } from './mend/place-context.ts'
import { trimNames } from './mend/trim-names.ts'
import { typeByAlias } from './mend/type-by-alias.ts'
import type { Name } from './name.ts'
import type { Context } from './tagger/context.ts'

/** What rules know better than the tagger, each the one after the other on the same sorted list. */
export function mendNames(context: Context, tagged: Name[]): Name[] {
  let names = agreeNames(context, placeByContext(context, trimNames(context, tagged)))
  names = findKnown(context, typeByAlias(context, names))
  names = findPlaces(context, names)
  names = findDatelines(context, names)
  names = findBodies(context, names)
  names = findTitled(context, names)
  names = findForces(context, names)
  names = extendPlaces(context, names)
  return findAcronyms(context, names)
}
