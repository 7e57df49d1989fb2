import { agreeNames } from './mend/agree-names.ts'
import { extendPlaces } from './mend/extend-places.ts'
import { findAcronyms } from './mend/find-acronyms.ts'
import { findForces } from './mend/find-forces.ts'
import { findTitled } from './mend/find-titled.ts'
import { placeByContext } from './mend/place-context.ts'
import { trimNames } from './mend/trim-names.ts'
import { useLexicon } from './mend/use-lexicon.ts'
import type { Name } from './name.ts'
import type { Context } from './tagger/context.ts'

/** What rules know better than the tagger, each the one after the other on the same sorted list. */
export function mendNames(context: Context, tagged: Name[]): Name[] {
  let names = agreeNames(context, placeByContext(context, trimNames(context, tagged)))
  names = useLexicon(context, names)
  names = findTitled(context, names)
  names = findForces(context, names)
  names = extendPlaces(context, names)
  return findAcronyms(context, names)
}
