import type { StoredArticle } from '../article/stored-article.ts'
import type { ArticleSummary } from './article-store.ts'

/** What lists and queries of entities and figures need of an article. */
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
    claims: claims.length,
  }
}
