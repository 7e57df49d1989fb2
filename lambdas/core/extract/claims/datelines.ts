import { afterDateline } from '../text/dateline.ts'
import type { Doc } from '../text/doc.ts'
import type { Attribution, Span } from '../types.ts'
import { sentenceAt } from './positions.ts'

/** Nobody says a dateline, and the town in one says nothing: "KELM — The army agreed to a truce, the UN said." */
export function withoutDatelines(doc: Doc, attributions: readonly Attribution[]): Attribution[] {
  const kept = attributions.flatMap((attribution, index) => {
    const town = attribution.source?.spans[0]?.[0]
    const spans = attribution.content.spans
      .map(([start, end]): Span => [Math.max(start, bodyOf(doc, start)), end])
      .filter(([start, end]) => start < end)
    return spans.length === 0 || (town !== undefined && town < bodyOf(doc, town)) ? [] : [{ attribution, spans, index }]
  })
  const places = new Map(kept.map(({ index }, place) => [index, place]))
  return kept.map(({ attribution: { within, ...rest }, spans }) => {
    const outer = within === undefined ? undefined : places.get(within)
    return { ...rest, content: { ...rest.content, spans }, ...(outer !== undefined && { within: outer }) }
  })
}

/** Where the sentence that holds a place begins, behind its dateline; 0 where it has none. */
function bodyOf(doc: Doc, at: number): number {
  const { first, last } = sentenceAt(doc, at)
  const after = first < last ? afterDateline(doc, first) : first
  return after === first || after >= last ? 0 : doc.terms[after]!.start
}
