import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'

const MINOR = new Set('of|the|and|for|in|on|to|de|des|du|la|le|et'.split('|'))

/** For each short form in capitals the key of the long form in the text whose initials it has: "ICRC". Others keep their own key. */
export function acronymsOf(
  { words, doc }: Context,
  names: readonly Name[],
  keys: readonly string[],
): (string | undefined)[] {
  const byInitials = new Map<string, string>()
  names.forEach(({ type, first, last }, i) => {
    const long = keys[i]!
    if (last - first < 2) return
    for (const initials of initialsOf(long))
      if (!byInitials.has(`${type} ${initials}`)) byInitials.set(`${type} ${initials}`, long)
    const next = doc.terms[last]
    // "Coalition for Peace (COPE)": in brackets right after, its first letter is enough.
    if (next?.pre.includes('(') && words[last]!.allUpper && next.text[0]?.toLowerCase() === long[0])
      byInitials.set(`${type} ${words[last]!.lower.replaceAll('.', '')}`, long)
  })
  return names.map(({ type, first, last }, i) =>
    last - first === 1 && words[first]!.allUpper ? (byInitials.get(`${type} ${keys[i]!}`) ?? keys[i]) : keys[i],
  )
}

function initialsOf(key: string): string[] {
  const words = key.split(' ')
  const letters = (list: string[]) => list.map(word => word[0]).join('')
  return [letters(words.filter(word => !MINOR.has(word))), letters(words)].filter(initials => initials.length > 1)
}
