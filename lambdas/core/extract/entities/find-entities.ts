import type { Doc } from '../text/doc.ts'
import type { Entity, Reference } from '../types.ts'
import { readContext } from './tagger/context.ts'
import { spansOf } from './tagger/labels.ts'
import { tag } from './tagger/tag.ts'

export function findEntities(doc: Doc): { entities: Entity[]; references: Reference[] } {
  const context = readContext(doc)
  const spans = spansOf(tag(context)).filter(span => span.type !== 'other')
  const entities = spans.map(({ first, last, type }) => {
    const start = doc.terms[first]!.start
    const end = doc.terms[last - 1]!.start + context.words[last - 1]!.text.length
    const text = doc.text.slice(start, end)
    return { id: text, type: type as Entity['type'], name: text, aliases: [], mentions: [{ start, end, text, rule: 'tagger' }] }
  })
  return { entities, references: [] }
}
