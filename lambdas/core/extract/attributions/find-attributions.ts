import type { Doc } from '../text/doc.ts'
import type { Attribution, Entity, Reference } from '../types.ts'

export function findAttributions(
  _doc: Doc,
  _entities: readonly Entity[],
  _references: readonly Reference[],
): Attribution[] {
  return []
}
