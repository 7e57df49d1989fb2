import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'
import { covered, insert } from './covered.ts'

/** Countries and regions that the tagger passed over. */
export function findPlaces(context: Context, names: readonly Name[]): Name[] {
  const { lists, phrasePlace, words } = context
  const taken = covered(context, names)
  const found: Name[] = []
  for (let i = 0; i < words.length; i++) {
    if (taken[i] || !words[i]!.upper || !(lists[i]! & (LISTS.country | LISTS.region))) continue
    let last = i + 1
    if (phrasePlace[i] === 0) while (last < words.length && phrasePlace[last - 1] !== 2) last++
    else if (phrasePlace[i] !== 3) continue
    const free = words.slice(i, last).every((word, k) => word.upper && !taken[i + k])
    if (free && isAlone(context, i, last) && !isDoubtful(context, i, last))
      found.push({ first: i, last, type: 'place', rule: 'lexicon' })
    i = last - 1
  }
  return insert(names, found)
}

/** Within a longer capitalised run the country is part of some other name ("Georgia Tech"), which the tagger judged. */
const isAlone = ({ runFirst, runLast }: Context, first: number, last: number) =>
  runFirst[first] === first && runLast[first] === last - 1

/** "Us", "Jordan" and "Chad" may be no place at all. */
function isDoubtful({ words, lists, headline, doc }: Context, first: number, last: number): boolean {
  if (last - first > 1) return false
  if (words[first]!.key === 'us') return !words[first]!.allUpper || headline[doc.terms[first]!.sentence] === 2
  return (lists[first]! & (LISTS.nationality | LISTS.firstName | LISTS.surname)) !== 0
}
