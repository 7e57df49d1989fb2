import type { Doc } from '../text/doc.ts'
import type { Entity, Reference } from '../types.ts'

export function findEntities(_doc: Doc): { entities: Entity[]; references: Reference[] } {
  return { entities: [], references: [] }
}
