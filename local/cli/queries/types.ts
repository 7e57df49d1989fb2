import type { Entity, Figure, Modality, Polarity } from '../../../lambdas/core/extract/types.ts'
import type { Alert } from '../../../lambdas/core/notify/alert.ts'
import type { VerdictName } from '../../../lambdas/core/novelty/types.ts'

/** The article of an item in a list of the API. */
export interface ItemArticle {
  id: string
  title: string | null
  source: string | null
  url: string | null
  publishedAt: string | null
}
export interface ClaimItem {
  id: string
  source: string | null
  content: string
  polarity: Polarity
  modality: Modality
  topics: string[]
  /** These only of claims under a topic that was asked for. */
  text?: string
  verdict?: VerdictName
  because?: string
  /** Independent outlets that had it when it was judged. */
  outlets?: number
  article: ItemArticle
}
export type FigureItem = Figure & { article: ItemArticle }
export type EntityItem = Pick<Entity, 'id' | 'type' | 'name' | 'role'> & { article: ItemArticle }
export type AlertItem = Alert & { status: 'pending' | 'sent' }
/** Of `/v1/articles`: stored ones with counts, or rejected ones with the reason. */
export interface ArticleItem extends ItemArticle {
  entities: number
  figures: number
  claims: number
}
export interface RejectedItem {
  id: string
  key: string
  code: string
  reason: string
  uploadedAt: string
}
