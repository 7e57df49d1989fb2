import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'
import { covered, insert } from './covered.ts'

const MOST_WORDS = 3
const TITLE = LISTS.honorific | LISTS.role
/** What follows a title without being a name: "Prime Minister of", "General Electric", "Chairman Mao" is one. */
const OTHER =
  LISTS.country | LISTS.nationality | LISTS.organizationHead | LISTS.knownOrganization | LISTS.placeHead | TITLE

/** "Spokeswoman Armine Hayrapetyan": capitalised words after a capitalised title, which the tagger passed over, are a person. */
export function findTitled(context: Context, names: readonly Name[]): Name[] {
  const { words, lists, phrasePlace, doc, headline } = context
  const taken = covered(context, names)
  const found: Name[] = []
  for (let i = 1; i < words.length; i++) {
    const { sentence } = doc.terms[i]!
    if (taken[i] || taken[i - 1] || headline[sentence] || doc.terms[i - 1]!.sentence !== sentence) continue
    const titled = (lists[i - 1]! & TITLE) !== 0 && phrasePlace[i - 1]! >= 2 && words[i - 1]!.upper
    if (!titled || !/^[.]? $/.test(doc.terms[i]!.pre)) continue
    const last = endOfName(context, i, taken)
    if (last > i) found.push({ first: i, last, type: 'person', rule: 'title-name' })
  }
  return insert(names, found)
}

function endOfName({ words, lists, doc }: Context, first: number, taken: Uint8Array): number {
  const { sentence } = doc.terms[first]!
  let i = first
  while (i < first + MOST_WORDS && doc.terms[i]?.sentence === sentence && words[i]!.upper && !taken[i]) {
    if (lists[i]! & OTHER || (i > first && !/^[ -]$/.test(doc.terms[i]!.pre))) break
    i++
  }
  return i
}
