import type { Name } from '../name.ts'

const PARTICLES = new Set('al|el|bin|ibn|van|von|de|der|di|da|la|le|abu'.split('|'))
const SUFFIXES = new Set('jr|sr|ii|iii|iv'.split('|'))

/**
 * For each person's name the key of the fullest name of the same person: a surname belongs to whoever was last named in full with it,
 * a part of a name ("Tayyip Erdogan") to the longer one with the same surname. A surname before any full name takes the first to come.
 */
export function personKeys(names: readonly Name[], keys: readonly string[]): (string | undefined)[] {
  const full = fullest(names, keys)
  const bySurname = new Map<string, string>()
  const byFirst = new Map<string, Set<string>>()
  for (const key of full.values()) {
    const words = key.split(' ')
    byFirst.set(words[0]!, (byFirst.get(words[0]!) ?? new Set()).add(key))
    if (!bySurname.has(surname(key))) bySurname.set(surname(key), key)
  }
  return names.map((name, i) => {
    if (name.type !== 'person') return undefined
    const key = keys[i]!
    const whole = full.get(key)
    if (whole) {
      bySurname.set(surname(whole), whole)
      return whole
    }
    const firsts = byFirst.get(key)
    return bySurname.get(surname(key)) ?? (firsts?.size === 1 ? [...firsts][0] : key)
  })
}

/** Every key of two words or more to the longest key with the same surname that holds all its words. */
function fullest(names: readonly Name[], keys: readonly string[]): Map<string, string> {
  const bySurname = new Map<string, string[]>()
  names.forEach(({ type }, i) => {
    const key = keys[i]!
    if (type !== 'person' || !key.includes(' ') || surname(key) === key) return
    const list = bySurname.get(surname(key))
    if (!list) bySurname.set(surname(key), [key])
    else if (!list.includes(key) && list.length < 8) list.push(key)
  })
  const found = new Map<string, string>()
  for (const list of bySurname.values()) {
    list.sort((a, b) => b.length - a.length)
    for (const key of list)
      found.set(key, list.find(longer => key.split(' ').every(word => longer.split(' ').includes(word))) ?? key)
  }
  return found
}

/** The last word, with the particles before it left off: "Abu Musab al-Zarqawi" and "Zarqawi". */
function surname(key: string): string {
  const words = key.split(' ')
  while (words.length > 1 && SUFFIXES.has(words.at(-1)!)) words.pop()
  while (words.length > 1 && PARTICLES.has(words[0]!)) words.shift()
  return words.at(-1)!
}
