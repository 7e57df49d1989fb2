import type { StoredArticle } from '../article/stored-article.ts'
import type { ArticleSummary } from './article-store.ts'

/** What lists and queries need of an article: all but its text and the spans into it that they don't show. */
export function summarise({ extraction, revision, at, uploadedAt }: StoredArticle): ArticleSummary {
  const { article, entities, figures, claims } = extraction
  const { id, title, source, url, publishedAt } = article
  return {
    id,
    revision,
    title,
    source,
    url,
    publishedAt,
    at,
    uploadedAt,
    entities: entities.map(({ id, type, name, role }) => ({ id, type, name, ...(role && { role }) })),
    figures,
    claims: claims.map(claim => ({
      id: claim.id,
      source: claim.source?.name ?? null,
      sourceEntity: claim.source?.entity ?? null,
      content: claim.content.text,
      polarity: claim.polarity,
      modality: claim.modality,
      quote: claim.quote,
      topics: claim.topics,
      background: claim.background,
      entities: claim.entities,
      sentence: [claim.sentence.start, claim.sentence.end],
      rule: claim.rule,
    })),
  }
}
