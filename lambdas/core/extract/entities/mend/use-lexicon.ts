import { aliasOf } from '../aliases.ts'
import { type Name, nameKey, textOf } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'
import { covered, insert } from './covered.ts'

/**
 * A name that the alias lexicon has for an organization only is one ("Islamic State" is no place); countries and regions that the
 * tagger passed over are places.
 */
export function useLexicon(context: Context, names: readonly Name[]): Name[] {
  const typed = names.map(name => {
    if (name.type === 'organization') return name
    const key = nameKey(textOf(context, name))
    return aliasOf('organization', key) && !aliasOf(name.type, key)
      ? { ...name, type: 'organization' as const, rule: 'alias' }
      : name
  })
  const taken = covered(context, typed)
  const found: Name[] = []
  const { lists, phrasePlace, words, doc } = context
  for (let i = 0; i < words.length; i++) {
    if (taken[i] || !words[i]!.upper || !(lists[i]! & (LISTS.country | LISTS.region))) continue
    const place = phrasePlace[i]!
    if (place !== 3 && place !== 0) continue
    let last = i + 1
    if (place === 0) while (last < words.length && phrasePlace[last - 1] !== 2) last++
    const free = words.slice(i, last).every((word, k) => word.upper && !taken[i + k])
    const other = tagger(context, i, last)
    if (free && !other && isAlone(context, i, last) && doc.terms[i]!.sentence === doc.terms[last - 1]!.sentence)
      found.push({ first: i, last, type: 'place', rule: 'lexicon' })
    i = last - 1
  }
  return insert(typed, found)
}

/** Within a longer capitalised run the country is part of some other name ("Georgia Tech"), which the tagger judged. */
const isAlone = ({ runFirst, runLast }: Context, first: number, last: number) =>
  runFirst[first] === first && runLast[first] === last - 1

const tagger = ({ words, lists }: Context, first: number, last: number) =>
  last - first === 1 && (words[first]!.lower === 'us' || (lists[first]! & (LISTS.nationality | LISTS.firstName)) !== 0)
