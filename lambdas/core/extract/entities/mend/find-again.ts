import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { covered, insert } from './covered.ts'

/** A name of two words or more, once found, is found wherever its words stand again. */
export function findAgain(context: Context, names: readonly Name[]): Name[] {
  const { words, ids, doc } = context
  const byFirst = new Map<number, Name[]>()
  const known = new Set<string>()
  for (const name of names) {
    const key = ids.subarray(name.first, name.last).join(' ')
    if (name.last - name.first < 2 || known.has(key)) continue
    known.add(key)
    const list = byFirst.get(ids[name.first]!)
    if (!list) byFirst.set(ids[name.first]!, [name])
    else if (list.length < MOST) list.push(name)
  }
  const taken = covered(context, names)
  const found: Name[] = []
  for (let i = 0; i < words.length; i++) {
    if (taken[i] || !words[i]!.upper) continue
    const name = byFirst.get(ids[i]!)?.find(one => isAgain(context, one, i, taken))
    if (!name) continue
    const last = i + name.last - name.first
    if (doc.terms[last - 1]!.sentence !== doc.terms[i]!.sentence) continue
    found.push({ first: i, last, type: name.type, rule: 'name-again' })
    i = last - 1
  }
  return insert(names, found)
}

/** Names that may begin with the same word before the search gets slow. */
const MOST = 8

const isAgain = ({ ids, words }: Context, { first, last }: Name, at: number, taken: Uint8Array) => {
  for (let k = 0; k < last - first; k++)
    if (ids[at + k] !== ids[first + k] || taken[at + k] || words[at + k]!.upper !== words[first + k]!.upper)
      return false
  return true
}
