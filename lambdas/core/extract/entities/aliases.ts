import aliases from '../lexicon/aliases.json' with { type: 'json' }
import type { EntityType } from '../types.ts'
import { nameKey } from './name.ts'
import { plain, type Word } from './tagger/words.ts'

/** By type, then by `nameKey`: the slug under which all these names go. */
const known: Record<EntityType, Map<string, string>> = { person: new Map(), place: new Map(), organization: new Map() }
/** By first word, the names of organizations that have three words or more, longest first. */
const phrases = new Map<string, string[][]>()
const LONG = 3

function load(): void {
  for (const type of ['person', 'place', 'organization'] as const)
    for (const [slug, names] of Object.entries(aliases[type]))
      for (const name of names.split('|')) {
        known[type].set(nameKey(name), slug)
        if (type === 'organization') addPhrase(plain(name.toLowerCase().replaceAll('’', "'")).split(/[ -]/))
      }
  for (const list of phrases.values()) list.sort((a, b) => b.length - a.length)
}

function addPhrase(words: string[]): void {
  if (words.length >= LONG) phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), words])
}

/** The slug that the alias lexicon has for a name of this type: "Artsakh" and "NK" give "nagorno-karabakh". */
export function aliasOf(type: EntityType, key: string): string | undefined {
  if (known.place.size === 0) load()
  return known[type].get(key)
}

/** How many words a long name of an organization has that begins at word `i` and ends before `end`; 0 for none. */
export function knownPhrase(words: readonly Word[], i: number, end: number): number {
  if (known.place.size === 0) load()
  const list = phrases.get(words[i]!.key)
  return (
    list?.find(names => i + names.length <= end && names.every((name, k) => words[i + k]!.key === name))?.length ?? 0
  )
}
