import type { Article } from '../article/article.ts'
import type { Topic } from '../topics/topic.ts'
import { findAttributions } from './attributions/find-attributions.ts'
import { composeClaims } from './claims/compose-claims.ts'
import { findEntities } from './entities/find-entities.ts'
import { findFigures } from './figures/find-figures.ts'
import { parse } from './text/parse.ts'
import type { Extraction } from './types.ts'

/** Everything that an article says, as data. Pure and deterministic; time linear in the text's length. */
export function extract(article: Article, topics: readonly Topic[]): Extraction {
  const doc = parse(article.text)
  const { entities, references } = findEntities(doc)
  const attributions = findAttributions(doc, entities, references)
  const counted = findFigures(doc)
  const { claims, figures } = composeClaims({ article, doc, entities, references, attributions, figures: counted, topics })
  return { article, entities, references, figures, claims }
}
