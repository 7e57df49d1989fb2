import { type Name, nameKey, textOf } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { covered, insert } from './covered.ts'

const SHORT = /^\p{Lu}[\p{Lu}\p{N}&.-]{1,9}s?$/u

/** "the Danish Refugee Council (DRC)": what stands in brackets after a name that it abbreviates is the same, here and all through the text. */
export function findAcronyms(context: Context, names: readonly Name[]): Name[] {
  const { words, doc } = context
  const types = new Map<string, Name['type']>()
  for (const { first, last, type } of names) {
    const term = doc.terms[last]
    if (type === 'person' || last - first < 2 || !term?.pre.endsWith('(') || !/^["”’']?\)/.test(term.post)) continue
    const { text } = words[last]!
    const long = nameKey(textOf(context, { first, last, type, rule: '' }))
    if (SHORT.test(text) && text[0]!.toLowerCase() === long[0]) types.set(text, type)
  }
  if (types.size === 0) return [...names]
  const single = new Set(names.filter(({ first, last }) => last - first === 1).map(({ first }) => first))
  const taken = covered(context, names)
  const found: Name[] = []
  words.forEach(({ text }, i) => {
    const type = types.get(text)
    if (type && (!taken[i] || single.has(i))) found.push({ first: i, last: i + 1, type, rule: 'acronym' })
  })
  return insert(names, found)
}
