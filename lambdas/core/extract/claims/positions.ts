import type { Doc, Sentence, Term } from '../text/doc.ts'
import type { Entity, Reference, Span } from '../types.ts'

/** A name or short form in the text, and its entity. */
export interface Named {
  start: number
  end: number
  entity: Entity
  isMention: boolean
}

/** What stands at which place of an article, by binary search. */
export interface Positions {
  doc: Doc
  named: readonly Named[]
}

export function positionsOf(doc: Doc, entities: readonly Entity[], references: readonly Reference[]): Positions {
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const named: Named[] = entities.flatMap(entity =>
    entity.mentions.map(({ start, end }) => ({ start, end, entity, isMention: true })),
  )
  for (const { start, end, entity: id } of references) {
    const entity = byId.get(id)
    if (entity) named.push({ start, end, entity, isMention: false })
  }
  return { doc, named: named.sort((a, b) => a.start - b.start || a.end - b.end) }
}

/** Those of `list`, sorted by start and not overlapping, that lie wholly within the span. */
export function within<T extends { start: number; end: number }>(list: readonly T[], [start, end]: Span): T[] {
  const from = firstFrom(list, start)
  let to = from
  while (to < list.length && list[to]!.end <= end) to++
  return list.slice(from, to)
}

export function termsIn(doc: Doc, spans: readonly Span[]): Term[] {
  return spans.flatMap(span => within(doc.terms, span))
}

/** The sentence that holds a place, or the last one before it. */
export function sentenceAt(doc: Doc, at: number): Sentence {
  const after = firstFrom(doc.sentences, at + 1)
  return doc.sentences[Math.max(0, after - 1)]!
}

/** Index of the first of `list` that starts at or after a place. */
function firstFrom(list: readonly { start: number }[], at: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.start < at) low = middle + 1
    else high = middle
  }
  return low
}

export function textOf(text: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' ')
}
