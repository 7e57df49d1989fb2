import antonyms from './lexicon/antonyms.json' with { type: 'json' }
import functionWords from './lexicon/function-words.json' with { type: 'json' }
import idf from './lexicon/idf.json' with { type: 'json' }
import kinds from './lexicon/kinds.json' with { type: 'json' }
import negating from './lexicon/negating.json' with { type: 'json' }
import outlets from './lexicon/outlets.json' with { type: 'json' }
import synonyms from './lexicon/synonyms.json' with { type: 'json' }
import { CAPITALS } from './sides.ts'
import { stem } from './stem.ts'

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(Object.values(functionWords).join(' ').split(' '))
export const NEGATING: ReadonlySet<string> = new Set(negating.map(stem))

/** Names of agencies and papers, and forms of address: who passed it on, not who it is about. */
export const OUTLETS: ReadonlySet<string> = new Set(outlets)

/** Made when it is first asked for: the api starts with this module and judges nothing. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Stem → number of its group; a stem in several groups keeps them all. */
function groups(lines: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  lines.forEach((line, group) => {
    for (const word of new Set(line.split(' ').map(stem))) found.set(word, [...(found.get(word) ?? []), group])
  })
  return found
}
const synonymGroups = lazy(() => groups(synonyms))
const canon = lazy(() => {
  const heads = new Map<string, string>()
  for (const line of synonyms) {
    const stems = line.split(' ').map(stem)
    const head = heads.get(stems.find(word => heads.has(word)) ?? '') ?? stems[0]!
    for (const word of stems) if (!heads.has(word)) heads.set(word, head)
  }
  return heads
})
const kindGroups = lazy(() => Object.values(kinds).map(groups))
const opposites = lazy(() => {
  const found = new Map<string, Set<string>>()
  const sides = (line: string) => line.split('|').map(side => side.split(' ').flatMap(word => [stem(word), word]))
  for (const line of antonyms) {
    const [left, right] = sides(line) as [string[], string[]]
    for (const one of left) found.set(one, new Set([...(found.get(one) ?? []), ...right]))
    for (const one of right) found.set(one, new Set([...(found.get(one) ?? []), ...left]))
  }
  return found
})
const frequency = lazy(() => {
  const buckets = new Map<string, number>()
  for (const [bucket, words] of Object.entries(idf.words))
    for (const word of words.split(' ')) buckets.set(word, Number(bucket))
  return buckets
})

const share = (map: Map<string, number[]>, a: string, b: string) =>
  map.get(a)?.some(group => map.get(b)?.includes(group)) ?? false
export const synonymous = (a: string, b: string): boolean => share(synonymGroups(), a, b)
/** One stem for all synonyms, one name for a country and its capital. */
export const canonical = (key: string): string => CAPITALS.get(key) ?? canon().get(key) ?? key
export const opposed = (a: string, b: string): boolean => opposites().get(a)?.has(b) ?? false
/** Two of one kind that exclude each other: "soldier" and "civilian", "school" and "hospital", "kill" and "wound". */
export const ofDifferentKind = (a: string, b: string): boolean =>
  kindGroups().some(map => map.has(a) && map.has(b) && !share(map, a, b))

/** How rare a word is, 0 to 1: the logarithm of its inverse sentence frequency; a word that was never seen is 1. */
export function rarity(key: string): number {
  const bucket = frequency().get(key.toLowerCase())
  return bucket === undefined ? 1 : Math.max(0, 1 - bucket / idf.buckets)
}
