import type { Proposition } from '../../novelty/types.ts'
import type { Doc } from '../text/doc.ts'
import type { Extraction } from '../types.ts'
import { describe, readSlots } from './describe.ts'

/** The propositions of the claims that stand under a topic, by claim id. */
export function propose(doc: Doc, { article, entities, figures, claims }: Extraction): Record<string, Proposition> {
  const reader = readSlots(doc, entities, figures, article.publishedAt)
  return Object.fromEntries(
    claims
      .filter(claim => claim.topics.length > 0)
      .map(claim => {
        const { source, polarity, modality } = claim
        return [
          claim.id,
          describe(reader, { spans: claim.content.spans, source, cue: claim.cue?.class ?? null, polarity, modality }),
        ]
      }),
  )
}
