import type { EntityType } from '../../types.ts'

/** `other` is learned so that "Israeli" and "Olympics" don't end up as places and organizations; it is never reported. */
export type TagType = EntityType | 'other'
export const TYPES: readonly TagType[] = ['person', 'place', 'organization', 'other']

/** BILOU: 0 is outside; type t has begin, inside, last and unit at 1 + 4t and on. */
export const LABELS = 1 + 4 * TYPES.length
export const OUTSIDE = 0
export const begin = (type: number) => 1 + 4 * type
export const inside = (type: number) => 2 + 4 * type
export const last = (type: number) => 3 + 4 * type
export const unit = (type: number) => 4 + 4 * type
export const typeOf = (label: number) => (label === OUTSIDE ? -1 : (label - 1) >> 2)

const opens = (label: number) => label !== OUTSIDE && ((label - 1) & 3) < 2
const starts = (label: number) => label === OUTSIDE || ((label - 1) & 3) === 0 || ((label - 1) & 3) === 3

/** May `b` follow `a`? After begin or inside only inside or last of the same type; else anything that starts afresh. */
export const follows = (a: number, b: number) => (opens(a) ? !starts(b) && typeOf(a) === typeOf(b) : starts(b))

/** For each label those that may stand before it. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, b) =>
  Array.from({ length: LABELS }, (_, a) => a).filter(a => follows(a, b)),
)
export const canStart = (label: number) => starts(label)
export const canEnd = (label: number) => !opens(label)

export interface Tagged {
  /** Terms `[first, last)`. */
  first: number
  last: number
  type: TagType
}

/** Reads label runs off as spans of terms, offset by `from`. */
export function spansOf(labels: ArrayLike<number>, from = 0): Tagged[] {
  const found: Tagged[] = []
  let open = 0
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!
    if (label === OUTSIDE) continue
    const place = (label - 1) & 3
    if (place === 0 || place === 3) open = i
    if (place >= 2) found.push({ first: from + open, last: from + i + 1, type: TYPES[typeOf(label)]! })
  }
  return found
}
