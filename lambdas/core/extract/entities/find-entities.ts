import type { Doc } from '../text/doc.ts'
import type { Entity, Reference } from '../types.ts'
import { tagNames } from './1-tag-names.ts'
import { mendNames } from './2-mend-names.ts'
import { groupNames } from './3-group-names.ts'
import { findRoles } from './4-find-roles.ts'
import { findTitles } from './5-find-titles.ts'
import { resolveReferences } from './6-resolve-references.ts'
import { readContext } from './tagger/context.ts'

/** Who and what is named: one entity per real thing, with all its mentions; and the pronouns and short forms that stand for one. */
export function findEntities(doc: Doc): { entities: Entity[]; references: Reference[] } {
  const context = readContext(doc)
  const names = mendNames(context, tagNames(context))
  const groups = groupNames(context, names)
  findRoles(context, groups)
  findTitles(context, groups)
  const references = resolveReferences(context, groups)
  return { entities: groups.map(group => group.entity), references }
}
