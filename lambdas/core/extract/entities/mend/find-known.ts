import { knownPhrase } from '../aliases.ts'
import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { insert } from './covered.ts'

/** "Islamic State of Iraq and the Levant": a long name of the alias lexicon is one name, unless it is part of a longer one. */
export function findKnown(context: Context, names: readonly Name[]): Name[] {
  const { words, doc } = context
  const lastAt = new Int32Array(words.length)
  const firstAt = new Int32Array(words.length).fill(-1)
  for (const { first, last } of names) {
    lastAt.fill(last, first, last)
    firstAt.fill(first, first, last)
  }
  const found: Name[] = []
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.upper) continue
    const length = knownPhrase(words, i, doc.sentences[doc.terms[i]!.sentence]!.last)
    const last = i + length
    const inside = length > 0 && firstAt[i]! >= 0 && firstAt[i]! <= i && lastAt[i]! >= last
    if (length === 0 || inside) continue
    found.push({ first: i, last, type: 'organization', rule: 'alias' })
    i = last - 1
  }
  return insert(names, found)
}
