import type { Modality, Polarity } from '../extract/types.ts'
import type { Proposition, StoredClaim, VerdictName } from '../novelty/types.ts'
import type { Page, PageRequest } from '../store/page.ts'

/** The article behind a ruling, without its text. */
export interface ArticleHead {
  id: string
  revision: string
  title: string | null
  source: string | null
  url: string | null
  publishedAt: string | null
  /** The article's time, or the upload's where it has none. */
  at: string
  fingerprint: string
}

/** Names one text of an article. */
export type TextKey = Pick<ArticleHead, 'id' | 'revision' | 'at'>

/** A claim that stands in the ledger under one topic. */
export interface LedgerEntry extends StoredClaim {
  /** The claim that its series began with; its own id where it began one. */
  root: string
  articleId: string
  url: string | null
  at: string
}

/** The earlier claim that a verdict refers to, as a reader is shown it. */
export interface EarlierClaim {
  id: string
  text: string
  speaker: string | null
  outlet: string | null
  at: string
  url: string | null
}

/** A claim that an earlier text of the article made and its later one doesn't. */
export interface WithdrawnClaim extends EarlierClaim {
  entities: string[]
}

export interface JudgedClaim {
  id: string
  root: string
  speaker: string | null
  /** The sentence that it stands in. */
  text: string
  content: string
  polarity: Polarity
  modality: Modality
  entities: string[]
  verdict: VerdictName
  because: string
  ref: EarlierClaim | null
  /** Ids of claims that stand against it. */
  contradicts: string[]
  /** Independent outlets that have it by now, this one included. */
  outlets: number
  /** Whether it is part of the alert. */
  alerted: boolean
  /** An older article's figure, higher than the one that stands: nobody was told of it. */
  untold?: true
  /** What later claims are compared with. */
  proposition: Proposition
}

/**
 * What was judged of one article's claims under one topic: the page of the ledger that this article wrote. Each of its claims
 * is a sighting; where something in it is alerted, this is the alert.
 */
export interface Ruling {
  /** The alert's id: the same for the same article, revision and topic. */
  id: string
  topic: string
  article: ArticleHead
  /** A later text of an article that was known. */
  correction: boolean
  claims: JudgedClaim[]
  /** What the text before this one claimed, and this one no longer does. */
  withdrawn: WithdrawnClaim[]
  /** How many more claims the article has under the topic than are judged of one; absent where all were. */
  unjudged?: number
  status: 'silent' | 'pending' | 'sent'
}

/** Every method may throw; what it throws is worth a retry. All writes are idempotent. */
export interface Ledger {
  ruling(topic: string, text: TextKey): Promise<Ruling | null>
  /** Keeps a ruling and files it under the keys; one that stands already is left as it is. */
  keep(ruling: Ruling, keys: readonly string[]): Promise<void>
  /** The rulings that are filed under the most of these keys, of as many the latest; at most `most`. */
  related(topic: string, keys: readonly string[], most: number): Promise<Ruling[]>
  /** The rulings on articles before that time that people were told of, latest first; at most `most`. */
  told(topic: string, before: string, most: number): Promise<Ruling[]>
  markSent(ruling: Ruling): Promise<void>
  /** Latest first, by the article's time. */
  listRulings(topic: string, request: PageRequest): Promise<Page<Ruling>>
}
