import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'
import { covered, insert } from './covered.ts'

/** Bodies of which a state has one: with a nationality before it the phrase names it. */
const BODIES = new Set(
  'army|navy|air force|armed forces|security forces|special forces|coast guard|foreign ministry|defence ministry|defense ministry|interior ministry|border guard|border guards|national guard'.split(
    '|',
  ),
)

/** "the Armenian army", "Iraqi security forces": an organization, though its noun is in lower case. */
export function findForces(context: Context, names: readonly Name[]): Name[] {
  const { words, lists, doc } = context
  const taken = covered(context, names)
  const found: Name[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    if (!(lists[i]! & LISTS.nationality) || !words[i]!.upper || taken[i]) continue
    for (const length of [2, 1]) {
      const last = i + 1 + length
      if (last > words.length || taken.subarray(i + 1, last).includes(1)) continue
      const phrase = words.slice(i + 1, last)
      const whole = phrase.every((word, k) => !word.upper && doc.terms[i + 1 + k]!.pre === ' ')
      if (!whole || !BODIES.has(phrase.map(word => word.lower).join(' '))) continue
      found.push({ first: i, last, type: 'organization', rule: 'nationality-body' })
      break
    }
  }
  return insert(names, found)
}
