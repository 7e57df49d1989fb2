import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'

/** One is near a place, and seldom near a person. */
const NEAR = new Set(['near', 'outside', 'inside', 'around', 'throughout'])
const PERSONAL = LISTS.firstName | LISTS.surname | LISTS.honorific

/** "strikes near Al Huwayjah": a name of no known person after such a word is a place, here and where it stands again. */
export function placeByContext(context: Context, names: readonly Name[]): Name[] {
  const { words, lists, doc, ids } = context
  const places = new Set<number>()
  const isPlace = ({ first, last, type }: Name) => {
    const before = words[first - 1]
    if (type !== 'person' || !before || !NEAR.has(before.lower) || doc.terms[first]!.pre !== ' ') return false
    const possessive = doc.terms[last - 1]!.text.length > words[last - 1]!.text.length
    return !possessive && lists.subarray(first, last).every(bits => !(bits & PERSONAL))
  }
  for (const name of names) if (isPlace(name)) places.add(ids[name.last - 1]!)
  if (places.size === 0) return [...names]
  return names.map(name =>
    name.type === 'person' && places.has(ids[name.last - 1]!)
      ? { ...name, type: 'place', rule: 'place-preposition' }
      : name,
  )
}
