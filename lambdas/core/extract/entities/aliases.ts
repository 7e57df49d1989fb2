import aliases from '../lexicon/aliases.json' with { type: 'json' }
import type { EntityType } from '../types.ts'
import { nameKey } from './name.ts'

/** By type, then by `nameKey`: the slug under which all these names go. */
const known: Record<EntityType, Map<string, string>> = { person: new Map(), place: new Map(), organization: new Map() }

function load(): void {
  for (const type of ['person', 'place', 'organization'] as const)
    for (const [slug, names] of Object.entries(aliases[type]))
      for (const name of names.split('|')) known[type].set(nameKey(name), slug)
}

/** The slug that the alias lexicon has for a name of this type: "Artsakh" and "NK" give "nagorno-karabakh". */
export function aliasOf(type: EntityType, key: string): string | undefined {
  if (known.place.size === 0) load()
  return known[type].get(key)
}
