import type { Group, Name } from './name.ts'
import { roleAfter } from './roles/role-after.ts'
import { roleBefore } from './roles/role-before.ts'
import type { Context } from './tagger/context.ts'

/** Where each term's name and group are, to look up what stands beside a person. */
export interface Index {
  /** By term: the name that it is part of. */
  nameAt: ReadonlyMap<number, { name: Name; group: Group }>
}
export interface Role {
  role: string
  affiliation?: string
}

/** Gives each person the role and affiliation that the text states first: before the name ("Prime Minister X"), else after ("X, an adviser to Y"). */
export function findRoles(context: Context, groups: readonly Group[]): void {
  const index = indexOf(groups)
  for (const { entity, names } of groups) {
    if (entity.type !== 'person') continue
    const found =
      first(names, name => roleBefore(context, name, index)) ?? first(names, name => roleAfter(context, name, index))
    if (!found) continue
    entity.role = found.role
    if (found.affiliation) entity.affiliation = found.affiliation
  }
}

export function indexOf(groups: readonly Group[]): Index {
  const nameAt = new Map<number, { name: Name; group: Group }>()
  for (const group of groups)
    for (const name of group.names) for (let i = name.first; i < name.last; i++) nameAt.set(i, { name, group })
  return { nameAt }
}

function first(names: readonly Name[], find: (name: Name) => Role | undefined): Role | undefined {
  for (const name of names) {
    const found = find(name)
    if (found) return found
  }
  return undefined
}
