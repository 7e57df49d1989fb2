import { aliasOf } from '../aliases.ts'
import { type Name, nameKey, textOf } from '../name.ts'
import type { Context } from '../tagger/context.ts'

/** A name that the alias lexicon has for an organization only is one: "Islamic State" is no place, but "Wagner" may be a man. */
export function typeByAlias(context: Context, names: readonly Name[]): Name[] {
  return names.map(name => {
    if (name.type === 'organization') return name
    if (name.type === 'person' && name.last - name.first === 1 && !context.words[name.first]!.allUpper) return name
    const key = nameKey(textOf(context, name))
    if (!aliasOf('organization', key) || aliasOf(name.type, key)) return name
    return { ...name, type: 'organization', rule: 'alias' }
  })
}
