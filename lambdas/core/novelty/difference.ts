export type DifferenceKind =
  | 'number'
  | 'negation'
  | 'opposite'
  | 'status'
  | 'speaker'
  | 'actor'
  | 'roles'
  | 'word'
  | 'place'
  | 'time'
/** Something that two claims say otherwise, however alike they are worded: with it, neither repeats the other. */
export interface Difference {
  kind: DifferenceKind
  /** Of the claim that stands, and of the one that comes. */
  was: string
  is: string
}
