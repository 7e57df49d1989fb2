import type { CueClass, FigureKind, Modality, Polarity, Qualifier } from '../extract/types.ts'

export type VerdictName = 'new' | 'repeat' | 'update' | 'contradiction'

export interface FigureSlot {
  value: number
  low: number
  high: number
  qualifier: Qualifier
  unit: string | null
  /** Head word of what is counted, lower-case singular: "soldier". */
  of: string | null
  kind: FigureKind
}
/** What a claim says, in slots, as the judge compares it. Made where the NLP is; compared where it isn't. Small: it is stored. */
export interface Proposition {
  /** Entity id or normalised words of who says it; null: the outlet. */
  speaker: string | null
  cue: CueClass | null
  polarity: Polarity
  modality: Modality
  /** The main verbs' stems, each with its negation: "!open". */
  actions: string[]
  /** Entity ids (or normalised head nouns) before and after the main verb. */
  actors: string[]
  objects: string[]
  places: string[]
  /** Normalised times: ISO days where they resolve against the article's date, else the words. */
  times: string[]
  figures: FigureSlot[]
  /** Stems of the content words, with no function words, in text order. */
  words: string[]
}
export interface Judgement {
  verdict: VerdictName
  /** 0 to 1: how alike the claim and the one referred to are. */
  score: number
  /** In words, for a reader: "new figure from the same source: 213, was 200 on 22 Sep". */
  because: string
  /** Id of the claim referred to; null where none is. */
  ref: string | null
}
