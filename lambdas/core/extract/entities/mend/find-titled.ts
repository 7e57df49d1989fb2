import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'
import { covered, insert } from './covered.ts'

const MOST_WORDS = 4
const OTHER =
  LISTS.country | LISTS.nationality | LISTS.organizationHead | LISTS.knownOrganization | LISTS.placeHead | LISTS.role

/** "Spokeswoman Armine Hayrapetyan": a capitalised run after a title is a person, whatever the tagger thought of it. */
export function findTitled(context: Context, names: readonly Name[]): Name[] {
  const { words, lists, doc, phrasePlace, tags } = context
  const taken = covered(context, names)
  const found: Name[] = []
  for (let i = 1; i < words.length; i++) {
    const title = lists[i - 1]! & (LISTS.honorific | LISTS.role)
    if (!title || phrasePlace[i - 1]! < 2 || taken[i - 1] || !words[i]!.upper || !follows(doc.terms[i]!.pre)) continue
    if (doc.terms[i - 1]!.sentence !== doc.terms[i]!.sentence || !words[i - 1]!.upper || lists[i]! & OTHER) continue
    let last = i
    while (
      last < words.length &&
      last - i < MOST_WORDS &&
      words[last]!.upper &&
      !(lists[last]! & OTHER) &&
      (last === i || doc.terms[last]!.pre.trim() === '' || doc.terms[last]!.pre === '-')
    )
      last++
    const allFree = !taken.subarray(i, last).includes(1)
    const capitalised = last - i <= 3 && !(tags[i]! & 1)
    if (
      last > i &&
      allFree &&
      capitalised &&
      doc.terms[last - 1]!.sentence === doc.terms[i]!.sentence &&
      !isHeadline(context, i) &&
      lists[i - 1]! & LISTS.honorific
    )
      found.push({ first: i, last, type: 'person', rule: 'title-name' })
    i = Math.max(i, last - 1)
  }
  return insert(names, found)
}

const follows = (pre: string) => pre === ' ' || pre === '. '
const isHeadline = ({ headline, doc }: Context, i: number) => headline[doc.terms[i]!.sentence] !== 0
