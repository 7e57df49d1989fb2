import type { StoredArticle } from '../article/stored-article.ts'
import type { Entity, Figure } from '../extract/types.ts'
import type { ArticleSummary, ListedFigure } from './article-store.ts'

/** Of entities and of figures: what is listed is one item of the table, of 400 KB at most. The article itself has them all. */
export const MOST_LISTED = 2_000

/** What lists and queries of entities and figures need of an article. */
export function summarise({ extraction, revision, at, uploadedAt }: StoredArticle): ArticleSummary {
  const { article, claims } = extraction
  const entities = extraction.entities.slice(0, MOST_LISTED)
  const figures = extraction.figures.slice(0, MOST_LISTED)
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
    figures: figures.map(figure => withPlaces(figure, entities)),
    claims: claims.length,
  }
}

function withPlaces(figure: Figure, entities: readonly Entity[]): ListedFigure {
  const { start, end } = figure.sentence
  const places = entities.flatMap(({ type, mentions }, index) =>
    type === 'place' && mentions.some(mention => mention.start < end && mention.end > start) ? [index] : [],
  )
  return places.length > 0 ? { ...figure, places } : figure
}
