import type { Alignment } from './align.ts'
import type { Proposition } from './types.ts'
import type { Word } from './words.ts'

/** "A shelled B" and "B shelled A": the same words, the other way round. */
export function swapped(was: Proposition, is: Proposition): readonly [string, string] | null {
  const at = new Map(is.actions.map((action, i) => [action, i]))
  for (const [i, action] of was.actions.entries()) {
    const j = at.get(action)
    if (j === undefined) continue
    const [actor, object] = [was.actors[i]!, was.objects[i]!]
    const [otherActor, otherObject] = [is.actors[j]!, is.objects[j]!]
    if (
      !shared(actor, otherActor) &&
      !shared(object, otherObject) &&
      shared(actor, otherObject) &&
      shared(object, otherActor)
    )
      return ['', '']
  }
  return null
}

/** "A handed it to B" and "B handed it to A": two names that have changed their prepositions. */
export function turned({ a, b }: Alignment): readonly [string, string] | null {
  const named = new Set([...a, ...b].filter(word => word.kind === 'name').map(word => word.key))
  const before = leads(a, named)
  const after = leads(b, named)
  const both = [...before.keys()].filter(name => after.has(name))
  for (const one of both)
    for (const other of both) {
      const [x, y] = [before.get(one), before.get(other)]
      const swaps = x !== y && x === after.get(other) && y === after.get(one)
      if (swaps && x !== 'and' && y !== 'and') return ['', '']
    }
  return null
}

/** The small word before each name: "to the Azerbaijani" → "to", none → "". A name that stands twice is left out. */
function leads(words: readonly Word[], named: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  words.forEach((word, i) => {
    if (!named.has(word.key)) return
    if (found.has(word.key)) twice.add(word.key)
    let at = i - 1
    while (at >= 0 && (words[at]!.kind === 'number' || ARTICLE.has(words[at]!.key))) at--
    const lead = at >= 0 && words[at]!.kind === 'function' ? words[at]!.key : ''
    found.set(word.key, LISTING.has(lead) ? 'and' : lead)
  })
  for (const name of twice) found.delete(name)
  return found
}
const LISTING = new Set(['and', 'or', 'between', 'both'])
const ARTICLE = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her'])

/** Whether two phrases share a name; where neither has one, any word. */
function shared(one: string, other: string): boolean {
  const [x, y] = [one, other].map(phrase => phrase.split(' ').filter(Boolean)) as [string[], string[]]
  const named = (words: readonly string[]) => words.filter(word => word[0] !== word[0]!.toLowerCase())
  const [left, right] = named(x).length > 0 && named(y).length > 0 ? [named(x), named(y)] : [x, y]
  return left.some(word => right.includes(word))
}
