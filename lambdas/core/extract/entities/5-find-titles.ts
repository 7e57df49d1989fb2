import { type Index, indexOf } from './4-find-roles.ts'
import type { Group, Name } from './name.ts'
import { endOf, startOf, textOf } from './name.ts'
import { type Title, titleAt } from './roles/title.ts'
import type { Context } from './tagger/context.ts'

/** "The Foreign Secretary", "Minister for the Middle East": a title as a proper noun names whoever in the text holds it, if that is clear. */
export function findTitles(context: Context, groups: readonly Group[]): void {
  const { nameAt } = indexOf(groups)
  const persons = groups.filter(({ entity }) => entity.type === 'person')
  for (let i = 0; i < context.words.length && persons.length > 0; i++) {
    const title = titleAt(context, i, nameAt)
    if (!title) continue
    const group = besideOf(context, title, nameAt) ?? holderOf(persons, title, i)
    if (group) add(context, group, { first: i, last: title.last, type: 'person', rule: 'title' })
    i = title.last - 1
  }
}

/** "Minister for the Middle East, Tobias Ellwood, said": set off, but still the title of the one who is named next. */
function besideOf({ doc }: Context, { last, role }: Title, nameAt: Index['nameAt']): Group | undefined {
  const group = nameAt.get(last)?.group
  if (group?.entity.type !== 'person' || doc.terms[last]!.pre !== ', ') return undefined
  return !group.entity.role || group.entity.role.toLowerCase().endsWith(role) ? group : undefined
}

/** The only one with that role, else the one who was named last before the title. */
function holderOf(persons: readonly Group[], { role }: Title, at: number): Group | undefined {
  const fit = persons.filter(({ entity }) => entity.role && ` ${entity.role.toLowerCase()}`.endsWith(` ${role}`))
  if (fit.length === 1) return fit[0]
  const lastBefore = (group: Group) => group.names.findLast(({ first }) => first < at)?.first ?? -1
  const nearest = fit.reduce<Group | undefined>((a, b) => (a && lastBefore(a) > lastBefore(b) ? a : b), undefined)
  return nearest && lastBefore(nearest) >= 0 ? nearest : undefined
}

function add(context: Context, { entity, names }: Group, name: Name): void {
  const at = names.findIndex(({ first }) => first > name.first)
  const place = at < 0 ? names.length : at
  names.splice(place, 0, name)
  const [start, end, text] = [startOf(context, name), endOf(context, name), textOf(context, name)]
  entity.mentions.splice(place, 0, { start, end, text, rule: name.rule })
}
