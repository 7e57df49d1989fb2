import demonyms from '../../lexicon/demonyms.json' with { type: 'json' }
import firstNames from '../../lexicon/first-names.json' with { type: 'json' }
import geography from '../../lexicon/geography.json' with { type: 'json' }
import nationalities from '../../lexicon/nationalities.json' with { type: 'json' }
import organizations from '../../lexicon/organizations.json' with { type: 'json' }
import persons from '../../lexicon/persons.json' with { type: 'json' }
import places from '../../lexicon/places.json' with { type: 'json' }
import roles from '../../lexicon/roles.json' with { type: 'json' }
import { plain, type Word } from './words.ts'

/** Word lists, one bit each; a phrase may be on several. Order is part of the trained weights. */
export const LISTS = {
  country: 1,
  capital: 2,
  city: 4,
  region: 8,
  nationality: 16,
  firstName: 32,
  knownOrganization: 64,
  organizationHead: 128,
  placeHead: 256,
  direction: 512,
  honorific: 1024,
  role: 2048,
  modifier: 4096,
  town: 8192,
  surname: 16384,
} as const

const LONGEST = 4
/** A phrase's lists; in the bits above, by `REACH`, the most words that a phrase has which begins with this one. */
const phrases = new Map<string, number>()
const REACH = 2 ** 16
const ON_LISTS = REACH - 1

function add(list: string, bit: number): void {
  for (const phrase of list.split('|')) {
    const key = plain(phrase)
    phrases.set(key, (phrases.get(key) ?? 0) | bit)
    const space = key.indexOf(' ')
    if (space < 0) continue
    const first = key.slice(0, space)
    const before = phrases.get(first) ?? 0
    const length = Math.min(key.split(' ').length, LONGEST)
    if (before < length * REACH) phrases.set(first, (before & ON_LISTS) + length * REACH)
  }
}

function load(): void {
  add(places.countries, LISTS.country)
  add(places.capitals, LISTS.capital)
  add(places.cities, LISTS.city)
  add(places.towns, LISTS.town)
  add(geography.regions, LISTS.region)
  add(nationalities.nationalities, LISTS.nationality)
  add(demonyms.demonyms, LISTS.nationality)
  add(firstNames.names, LISTS.firstName)
  add(persons.given, LISTS.firstName)
  add(persons.surnames, LISTS.surname)
  add(organizations.known, LISTS.knownOrganization)
  add(organizations.heads, LISTS.organizationHead)
  add(geography.heads, LISTS.placeHead)
  add(geography.directions, LISTS.direction)
  add(roles.honorifics, LISTS.honorific)
  add(roles.roles, LISTS.role)
  add(roles.modifiers, LISTS.modifier)
}

/** What lists hold the phrase; 0 for none. */
export function lookUp(phrase: string): number {
  if (phrases.size === 0) load()
  return (phrases.get(phrase) ?? 0) & ON_LISTS
}

/** The longest listed phrase that begins at word `i` and ends before `end`: how many words, and in the bits above, by `LENGTHS`, its lists. */
export function longest(words: readonly Word[], i: number, end: number): number {
  if (phrases.size === 0) load()
  const head = words[i]!.key
  const alone = phrases.get(head)
  if (alone === undefined) return 1
  let found = (alone & ON_LISTS) * LENGTHS + 1
  const most = Math.min(Math.floor(alone / REACH), end - i)
  let key = head
  for (let n = 2; n <= most; n++) {
    key += ` ${words[i + n - 1]!.key}`
    const bits = (phrases.get(key) ?? 0) & ON_LISTS
    if (bits !== 0) found = bits * LENGTHS + n
  }
  return found
}
export const LENGTHS = 8
