import type { CueClass, FigureKind, Modality, Polarity, Qualifier } from '../extract/types.ts'

export type VerdictName = 'new' | 'repeat' | 'update' | 'contradiction'

/** A figure as it is compared. What has its usual value is left out: a proposition is stored many times. */
export interface FigureSlot {
  value: number
  /** Left out where equal to `value`. */
  low?: number
  high?: number
  /** Left out where `exact`. */
  qualifier?: Qualifier
  /** Left out for a bare count. */
  unit?: string
  /** Stems of what is counted, head last: "armenian soldier"; left out where the text doesn't say. */
  of?: string
  kind: FigureKind
}
/** What a claim says, in slots, as the judge compares it. Made where the NLP is; compared where it isn't. Small: it is stored. */
export interface Proposition {
  /** Normalised name of who says it ("hikmet hajiyev", "defence ministry"); null: the outlet, or left open. */
  speaker: string | null
  /** Whom the speaker speaks for, where known: a country or a party, as `sides.json` names it ("azerbaijan"). */
  side: string | null
  /** A named speaker, a class of people, or one who is kept unnamed; null: the outlet. */
  speakerKind: 'named' | 'collective' | 'anonymous' | null
  cue: CueClass | null
  polarity: Polarity
  modality: Modality
  /** Stems of the main verbs, each with its negation: "!open". */
  actions: string[]
  /** Normalised names (or head nouns) of who acts and of what is acted upon; a passive is turned round. */
  actors: string[]
  objects: string[]
  places: string[]
  /** ISO days ("2023-09-22") where they resolve against the article's date, else the words ("friday", "--09-22", "2020"). */
  times: string[]
  figures: FigureSlot[]
  /** Stems of the content words in text order, joined by a space; a name keeps its capital, a number is in digits. */
  words: string
}
/** A point of a figure's history in one ledger entry. */
export interface SeriesPoint {
  figure: FigureSlot
  /** ISO 8601, the article's time; null where the article has none. */
  at: string | null
}
/** A claim that comes in, as the judge needs it. */
export interface IncomingClaim {
  id: string
  text: string
  /** The speaker as it is shown; null: the outlet. */
  speaker: string | null
  outlet: string | null
  proposition: Proposition
  /** ISO 8601; the article's time, never the upload's. */
  publishedAt: string | null
}
/** A claim that stands in the ledger. */
export interface StoredClaim extends IncomingClaim {
  /** All figures that this entry has had, in any order; the proposition's own figures count too, at `publishedAt`. */
  series?: SeriesPoint[]
  /** Its own figures never stood: an older article counted more than the newer one before it. */
  untold?: true
}
export interface Judgement {
  verdict: VerdictName
  /** 0 to 1: how alike the claim and the one referred to are; of a new claim, how alike the nearest one is. */
  score: number
  /** In words, for a reader: "new figure from the same source: 213, was 200 on 22 Sep". */
  because: string
  /** Id of the claim referred to; null where the verdict is new. */
  ref: string | null
  /** Ids of all candidates that the claim stands against, whatever the verdict: shown side by side. */
  contradicts: string[]
  /** A repeat only because its article is older than the lower figure that stands. */
  untold?: true
}
