import type { Article } from '../article/article.ts'
import type { FIGURE_KINDS } from '../figure-kinds.ts'

/** `[start, end)` in UTF-16 code units of `article.text`. */
export type Span = readonly [start: number, end: number]
export interface Range {
  start: number
  end: number
}

export type EntityType = 'person' | 'place' | 'organization'
export interface Mention extends Range {
  text: string
  /** The rule that found this mention. */
  rule: string
}
export interface Entity {
  /** The same for the same name in any article. */
  id: string
  type: EntityType
  /** The fullest surface form in this article. */
  name: string
  aliases: string[]
  /** A person's title or post, as the text gives it. */
  role?: string
  /** What the role is held in or for: a country, a ministry, a company. */
  affiliation?: string
  /** In text order; never overlapping. */
  mentions: Mention[]
}
/** A pronoun or short form ("he", "the ministry") and the entity that it stands for. Not a mention: it names nobody. */
export interface Reference extends Range {
  text: string
  entity: string
  rule: string
}

export type Qualifier = 'exact' | 'about' | 'at least' | 'at most' | 'more than' | 'less than' | 'range' | 'vague'
export type FigureKind = (typeof FIGURE_KINDS)[number]
export interface Figure extends Range {
  text: string
  /** The number that the text gives; of a range its middle, of a band ("dozens") its low end. */
  value: number
  /** The least that the text allows: of "up to 120,000" and "fewer than 50" 0, else the value itself or a range's end. */
  low: number
  high: number
  qualifier: Qualifier
  /** `person`, `day`, `USD`, `percent`, `km`, `ton` …; null for a bare count of `of`. */
  unit: string | null
  /** What is counted, as the text says it. */
  of: string | null
  kind: FigureKind
  /** Who gave the figure; null where the outlet states it. */
  source: { name: string; entity?: string } | null
  sentence: Range
  rule: string
}

export type CueClass = 'say' | 'deny' | 'order' | 'promise' | 'estimate' | 'believe' | 'ask'
export type Polarity = 'affirmed' | 'denied'
export type Modality = 'asserted' | 'possible' | 'planned' | 'demanded' | 'hypothetical' | 'question'
export type QuoteKind = 'direct' | 'mixed' | 'indirect' | 'none'

/** Who, by which cue, what: the terms of PARC and PolNeAR. Spans in text order. */
export interface Attribution {
  /** Null where the text leaves the speaker open ("it is believed that"). */
  source: { spans: Span[] } | null
  cue: { spans: Span[]; class: CueClass }
  content: { spans: Span[] }
  quote: QuoteKind
  /** Index, in the same list, of the attribution whose content holds this one ("Interfax reported, quoting the ministry"). */
  within?: number
  rule: string
}

export interface ClaimSource {
  /** The entity's name where it resolves, else the words of the text. */
  name: string
  entity?: string
  role?: string
  /** A named speaker; a class of people ("officials", "residents"); or one who is kept unnamed ("a source"). */
  kind: 'named' | 'collective' | 'anonymous'
  text: string
  spans: Span[]
  /** Those through whom it came, nearest the outlet first. */
  chain?: { name: string; entity?: string }[]
}
export interface Claim {
  /** Stable for the same article, sentence and content; see `claimId`. */
  id: string
  source: ClaimSource | null
  cue: { text: string; spans: Span[]; class: CueClass } | null
  content: { text: string; spans: Span[] }
  quote: QuoteKind
  polarity: Polarity
  modality: Modality
  /** Told as history ("in the 1990s"): stored, never alerted. */
  background: boolean
  topics: string[]
  /** Indices into `figures`. */
  figures: number[]
  entities: string[]
  sentence: Range
  rule: string
}
export interface Extraction {
  article: Article
  /** There only where reading took too long: nothing behind this place of the text was read. */
  partial?: { readTo: number }
  entities: Entity[]
  references: Reference[]
  figures: Figure[]
  claims: Claim[]
}
