import type { Claim, Entity, Figure, Modality, Polarity } from '../../../lambdas/core/extract/types.ts'
import type { EarlierClaim } from '../../../lambdas/core/ledger/ledger.ts'
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

/** What `/v1/figures/series` lists: what one speaker, or outlet, gave for one thing, earliest first. */
export interface SeriesItem {
  key: string
  speaker: string | null
  outlet: string | null
  kind: string
  of: string | null
  unit: string | null
  points: (Amount & { at: string; text: string; article: ItemArticle })[]
}
export type Amount = Pick<Figure, 'value' | 'low' | 'high' | 'qualifier'>

/** What `/v1/claims/{id}` answers. */
export interface ClaimWithHistory {
  id: string
  article: ItemArticle & { revision: string; latest: boolean }
  claim: Claim
  figures: Figure[]
  topics: ClaimHistory[]
}
export interface ClaimHistory {
  topic: string
  verdict: VerdictName
  because: string
  ref: EarlierClaim | null
  sightings: SightingItem[]
  series: {
    at: string
    claim: string
    source: string | null
    outlet: string | null
    figure: Amount & Pick<Figure, 'unit'>
  }[]
  contradictions: SightingItem[]
  corroboration: { outlets: number; names: string[] }
  /** There may be more than was read. */
  partial: boolean
}
export interface SightingItem {
  id: string
  source: string | null
  text: string
  verdict: VerdictName
  because: string
  polarity: Polarity
  modality: Modality
  at: string
  article: ItemArticle
}

/** What `/v1/entities/{id}` answers. */
export interface EntityWithClaims extends Pick<Entity, 'id' | 'type' | 'name' | 'aliases'> {
  roles: string[]
  articles: ItemArticle[]
  claims: ClaimItem[]
  next?: string
}
