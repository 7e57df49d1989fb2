import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { covered, insert } from './covered.ts'

/** Things that are named after a place and are places of their own. */
const HEADS = new Set('corridor|strait|straits|crossing|checkpoint|pass|peninsula|valley|canal'.split('|'))

/** "Lachin corridor", "Rafah crossing", "Zangezur Corridor": the place is the corridor, not what it is named after. */
export function extendPlaces(context: Context, names: readonly Name[]): Name[] {
  const { words, doc, runFirst } = context
  const taken = covered(context, names)
  const byLast = new Map(names.map(name => [name.last, name]))
  const found: Name[] = []
  for (let i = 1; i < words.length; i++) {
    if (!HEADS.has(words[i]!.lower) || doc.terms[i]!.pre !== ' ' || taken[i]) continue
    const before = byLast.get(i)
    const possessive = doc.terms[i - 1]!.text.length > words[i - 1]!.text.length
    if (possessive || doc.terms[i - 1]!.sentence !== doc.terms[i]!.sentence) continue
    if (before) found.push({ ...before, last: i + 1, type: 'place', rule: 'place-head' })
    else if (words[i]!.upper && words[i - 1]!.upper && runFirst[i]! > doc.sentences[doc.terms[i]!.sentence]!.first)
      found.push({ first: runFirst[i]!, last: i + 1, type: 'place', rule: 'place-head' })
  }
  return insert(names, found)
}
