import type { Article } from '../article/article.ts'
import type { Proposition } from '../novelty/types.ts'
import type { Topic } from '../topics/topic.ts'
import { findAttributions } from './attributions/find-attributions.ts'
import { composeClaims } from './claims/compose-claims.ts'
import { findEntities } from './entities/find-entities.ts'
import { findFigures } from './figures/find-figures.ts'
import { propose } from './slots/propose.ts'
import { type IsLate, parse } from './text/parse.ts'
import type { Extraction } from './types.ts'

export interface Reading {
  extraction: Extraction
  /** By claim id, of every claim under a topic: what the judge compares. */
  propositions: Record<string, Proposition>
}

/**
 * Everything that an article says, as data. Pure and deterministic; time linear in the text's length. Once it is late, what the text
 * says up to there, marked as partial: parsing is most of the work, so the rest takes no longer than what came before.
 */
export function read(article: Article, topics: readonly Topic[], isLate?: IsLate): Reading {
  const doc = parse(article.text, isLate)
  const { entities, references } = findEntities(doc)
  const attributions = findAttributions(doc, entities, references)
  const counted = findFigures(doc)
  const found = { article, doc, entities, references, attributions, figures: counted, topics }
  const { claims, figures } = composeClaims(found)
  const isPartial = doc.text.length < article.text.length
  const partial = isPartial ? { partial: { readTo: doc.text.length } } : {}
  const extraction = { article, ...partial, entities, references, figures, claims }
  return { extraction, propositions: propose(doc, extraction) }
}

export const extract = (article: Article, topics: readonly Topic[]): Extraction => read(article, topics).extraction
