import type { Proposition } from '../../novelty/types.ts'
import type { Doc } from '../text/doc.ts'
import type { Extraction } from '../types.ts'
import { describe } from './describe.ts'

/** The propositions of the claims that stand under a topic, by claim id. */
export function propose(doc: Doc, { article, entities, figures, claims }: Extraction): Record<string, Proposition> {
  const propositions: Record<string, Proposition> = {}
  for (const claim of claims) {
    if (claim.topics.length === 0) continue
    propositions[claim.id] = describe(doc, {
      spans: claim.content.spans,
      entities,
      figures,
      source: claim.source,
      cue: claim.cue?.class ?? null,
      polarity: claim.polarity,
      modality: claim.modality,
      publishedAt: article.publishedAt,
    })
  }
  return propositions
}
