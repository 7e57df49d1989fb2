import type { Proposition } from '../../novelty/types.ts'
import type { Doc } from '../text/doc.ts'
import type { Extraction } from '../types.ts'
import { describe, readSlots } from './describe.ts'

/** The propositions of the claims that stand under a topic, by claim id. */
export function propose(doc: Doc, { article, entities, figures, claims }: Extraction): Record<string, Proposition> {
  const judged = claims.filter(claim => claim.topics.length > 0)
  const spans = judged.flatMap(claim => claim.content.spans)
  const reader = readSlots(doc, entities, figures, article.publishedAt, spans)
  return Object.fromEntries(
    judged.map(({ id, content, source, cue, polarity, modality }) => {
      const bits = { spans: content.spans, source, cue: cue?.class ?? null, polarity, modality }
      return [id, describe(reader, bits)]
    }),
  )
}
