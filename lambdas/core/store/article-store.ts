import type { Revision } from '../article/revisions.ts'
import type { RejectedUpload, StoredArticle } from '../article/stored-article.ts'
import type { Entity, Figure } from '../extract/types.ts'
import type { Page, PageRequest } from './page.ts'

/** With the places that its sentence names, as indices into the article's entities; none is left out. */
export type ListedFigure = Figure & { places?: number[] }

/** An article as lists show it, with what was found in it; of several revisions, the latest. */
export interface ArticleSummary {
  id: string
  revision: string
  title: string | null
  source: string | null
  url: string | null
  publishedAt: string | null
  at: string
  uploadedAt: string
  entities: Pick<Entity, 'id' | 'type' | 'name' | 'role'>[]
  figures: ListedFigure[]
  /** How many. */
  claims: number
}

/** Where articles and their extractions are kept. Every method may throw; what it throws is worth a retry. */
export interface ArticleStore {
  /** Keeps the article, and gives all its texts, as `revisions`; the same revision twice is nothing. */
  put(article: StoredArticle): Promise<Revision[]>
  /** Lists an article whose body is kept: the second half of `put`, for one that was cut off in between. */
  register(article: StoredArticle): Promise<Revision[]>
  /** Latest first, at most 50. */
  revisions(id: string): Promise<Revision[]>
  /** Without `revision` the latest one. */
  get(id: string, revision?: string): Promise<StoredArticle | null>
  /** As `get` where it finds one; it may miss what was put a moment ago, and costs a third where there is none. */
  peek(id: string, revision: string): Promise<StoredArticle | null>
  /** Latest first, by the article's time. */
  list(request: PageRequest): Promise<Page<ArticleSummary>>
  reject(upload: RejectedUpload): Promise<void>
  rejected(id: string): Promise<RejectedUpload | null>
  listRejected(request: PageRequest): Promise<Page<RejectedUpload>>
}
