import { isUpperBound } from '../core/figure-kinds.ts'
import type { ArticleHead, JudgedClaim } from '../core/ledger/ledger.ts'
import type { FigureSlot } from '../core/novelty/types.ts'

type Head = Pick<ArticleHead, 'id' | 'title' | 'source' | 'url' | 'publishedAt'>

/** The article that an item stands in. */
export const headOf = ({ id, title, source, url, publishedAt }: Head): Head => ({ id, title, source, url, publishedAt })
/** Its columns in a CSV. */
export const HEAD_COLUMNS = [
  'article.id',
  'article.title',
  'article.source',
  'article.url',
  'article.publishedAt',
] as const

/** A judged claim as answers show it: without what only the judge needs. */
export const shownClaim = ({ speaker, alerted, untold, proposition, ...claim }: JudgedClaim) => ({
  ...claim,
  source: speaker,
})

/** A figure as the ledger compares it, with what it leaves out where it is usual. */
export const shownFigure = ({ value, low, high, qualifier, unit, of, kind }: FigureSlot) => ({
  value,
  low: low ?? (isUpperBound(qualifier) ? 0 : value),
  high: high ?? value,
  qualifier: qualifier ?? ('exact' as const),
  unit: unit ?? null,
  of: of ?? null,
  kind,
})
