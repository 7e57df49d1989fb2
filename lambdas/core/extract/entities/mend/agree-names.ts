import type { EntityType } from '../../types.ts'
import { type Name, nameKey, textOf } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'

/** A club and its town, a state and its government go by one name: these may be both in one text. */
const BOTH = LISTS.country | LISTS.capital | LISTS.city | LISTS.region | LISTS.knownOrganization

/** A name that the text has as one thing three times is that thing the fourth time too, unless it may be two. */
export function agreeNames(context: Context, names: readonly Name[]): Name[] {
  const keys = names.map(name => nameKey(textOf(context, name)))
  const counts = new Map<string, Map<EntityType, number>>()
  names.forEach(({ type, first }, i) => {
    if (context.lists[first]! & BOTH) return
    const types = counts.get(keys[i]!) ?? new Map<EntityType, number>()
    counts.set(keys[i]!, types.set(type, (types.get(type) ?? 0) + 1))
  })
  return names.map((name, i) => {
    const types = counts.get(keys[i]!)
    if (!types || types.size === 1) return name
    const [[type, most], [, next]] = [...types].sort((a, b) => b[1] - a[1]) as [
      [EntityType, number],
      [EntityType, number],
    ]
    return type === name.type || most < 2 * next ? name : { ...name, type, rule: 'majority' }
  })
}
