import { afterDateline } from '../text/dateline.ts'
import type { Doc } from '../text/doc.ts'
import type { Attribution, Span } from '../types.ts'
import { sentenceAt } from './positions.ts'

/** Nobody says a dateline, and the town in one says nothing: "KELM — The army agreed to a truce, the UN said." */
export function withoutDatelines(doc: Doc, attributions: readonly Attribution[]): Attribution[] {
  const kept = attributions.flatMap((attribution, index) => {
    const source = attribution.source && behindDatelines(doc, attribution.source.spans)
    const content = behindDatelines(doc, attribution.content.spans)
    return content.length === 0 || source?.length === 0 ? [] : [{ attribution, source, content, index }]
  })
  const places = new Map(kept.map(({ index }, place) => [index, place]))
  return kept.map(({ attribution: { within, ...rest }, source, content }) => {
    const outer = within === undefined ? undefined : places.get(within)
    return {
      ...rest,
      source: source && { ...rest.source, spans: source },
      content: { ...rest.content, spans: content },
      ...(outer !== undefined && { within: outer }),
    }
  })
}

/** What of the spans stands behind the dateline of the sentence that it begins in. */
function behindDatelines(doc: Doc, spans: readonly Span[]): Span[] {
  return spans
    .map(([start, end]): Span => [Math.max(start, bodyOf(doc, start)), end])
    .filter(([start, end]) => start < end)
}

/** Where the sentence that holds a place begins, behind its dateline; 0 where it has none. */
function bodyOf(doc: Doc, at: number): number {
  const { first, last } = sentenceAt(doc, at)
  const after = first < last ? afterDateline(doc, first) : first
  return after === first || after >= last ? 0 : doc.terms[after]!.start
}
