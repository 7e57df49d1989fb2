import type { Proposition } from '../../novelty/types.ts'
import type { Doc } from '../text/doc.ts'
import type { ClaimSource, CueClass, Entity, Figure, Modality, Polarity, Span } from '../types.ts'

export interface Described {
  /** The claim's content, in text order. */
  spans: readonly Span[]
  /** All of the article's; those outside the spans are passed over. */
  entities: readonly Entity[]
  figures: readonly Figure[]
  source: Pick<ClaimSource, 'name' | 'entity' | 'kind'> | null
  cue: CueClass | null
  polarity: Polarity
  modality: Modality
  /** ISO 8601; what "Friday" and "yesterday" are counted from. */
  publishedAt: string | null
}

/** The slots of one claim, for the judge to compare. Linear in the length of the spans. */
export function describe(doc: Doc, claim: Described): Proposition {
  return {
    speaker: claim.source?.name.toLowerCase() ?? null,
    side: null,
    speakerKind: claim.source?.kind ?? null,
    cue: claim.cue,
    polarity: claim.polarity,
    modality: claim.modality,
    actions: [],
    actors: [],
    objects: [],
    places: [],
    times: [],
    figures: [],
    words: doc.terms.map(term => term.normal).join(' '),
  }
}
