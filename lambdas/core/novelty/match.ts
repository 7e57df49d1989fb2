import { synonymous } from './lexicon.ts'
import { CAPITALS } from './sides.ts'
import type { Word } from './words.ts'

/** Takes out the pairs that say the same in another form: synonyms, and one word spelt or derived otherwise. */
export function pairUp(onlyA: Word[], onlyB: Word[]): [Word[], Word[]] {
  const left = [...onlyB]
  const kept = onlyA.filter(word => {
    const at = left.findIndex(other => alike(word, other))
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
  return [kept, left]
}

/** Takes out an acronym with the names that it stands for: "IAEA", "International Atomic Energy Agency". */
export function acronyms(onlyA: Word[], onlyB: Word[]): [Word[], Word[]] {
  const [restB, spentA] = spelled(onlyB, onlyA)
  const [restA, spentB] = spelled(onlyA, restB)
  return [restA.filter(word => !spentA.has(word)), restB.filter(word => !spentB.has(word))]
}

/** `short` without its acronyms of runs of names in `long`, and the words of those runs. */
function spelled(short: readonly Word[], long: readonly Word[]): [Word[], Set<Word>] {
  const names = long.filter(word => word.kind === 'name')
  const initials = names.map(word => word.key[0]).join('')
  const spent = new Set<Word>()
  const kept = short.filter(word => {
    const key = word.key.replaceAll('.', '')
    const at = word.kind === 'name' && key.length >= 2 && key.length <= 6 ? initials.indexOf(key) : -1
    if (at === -1) return true
    for (const name of names.slice(at, at + key.length)) spent.add(name)
    return false
  })
  return [kept, spent]
}

function alike(one: Word, other: Word): boolean {
  if (one.weight === 0 || other.weight === 0) return false
  if (CAPITALS.get(one.key) === other.key || CAPITALS.get(other.key) === one.key) return true
  return synonymous(one.key, other.key) || spelling(one.key, other.key) >= 0.6
}

/** Dice coefficient of the character trigrams; 0.8 for a long common beginning. */
function spelling(one: string, other: string): number {
  const short = Math.min(one.length, other.length)
  if (short < 4) return 0
  let prefix = 0
  while (prefix < short && one[prefix] === other[prefix]) prefix++
  if (prefix >= 5 || (prefix === 4 && short <= 5)) return 0.8
  if (prefix === 0 && one.at(-1) !== other.at(-1)) return 0
  const grams = new Set(trigrams(one))
  const others = trigrams(other)
  return (2 * others.filter(gram => grams.has(gram)).length) / (grams.size + others.length)
}
function trigrams(word: string): string[] {
  const padded = `^${word}$`
  const found: string[] = []
  for (let i = 0; i + 3 <= padded.length; i++) found.push(padded.slice(i, i + 3))
  return found
}
