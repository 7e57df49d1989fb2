import type { Entity, EntityType } from '../types.ts'
import { aliasOf } from './aliases.ts'
import { acronymsOf } from './group/acronyms.ts'
import { personKeys } from './group/persons.ts'
import { endOf, type Group, type Name, nameKey, slug, startOf, textOf } from './name.ts'
import type { Context } from './tagger/context.ts'

/** One group per real thing: by the alias lexicon, by acronym, by surname, else by the same name. In order of first mention. */
export function groupNames(context: Context, names: readonly Name[]): Group[] {
  const keys = names.map(name => nameKey(textOf(context, name)))
  const acronyms = acronymsOf(context, names, keys)
  const persons = personKeys(names, keys)
  const byId = new Map<string, Name[]>()
  names.forEach((name, i) => {
    const key = (name.type === 'person' ? persons[i] : acronyms[i]) ?? keys[i]!
    const id = `${name.type}:${aliasOf(name.type, key) ?? (slug(key) || 'unnamed')}`
    const group = byId.get(id)
    if (group) group.push(name)
    else byId.set(id, [name])
  })
  return [...byId].map(([id, list]) => ({ names: list, entity: entityOf(context, id, list) }))
}

function entityOf(context: Context, id: string, names: readonly Name[]): Entity {
  const mentions = names.map(name => ({
    start: startOf(context, name),
    end: endOf(context, name),
    text: textOf(context, name),
    rule: name.rule,
  }))
  const forms = [...new Set(mentions.map(mention => mention.text))]
  const name = forms.reduce((a, b) => (fullness(b) > fullness(a) ? b : a))
  return {
    id,
    type: id.slice(0, id.indexOf(':')) as EntityType,
    name,
    aliases: forms.filter(form => form !== name),
    mentions,
  }
}

/** The longest form, but not one that shouts if there is another: "KYIV" in a dateline, "Kyiv" in the text. */
const fullness = (form: string) => form.length - (form.length > 4 && form === form.toUpperCase() ? 1_000 : 0)
