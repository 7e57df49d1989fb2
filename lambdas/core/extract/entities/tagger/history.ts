import type { Context } from './context.ts'
import { OUTSIDE, TYPES, typeOf } from './labels.ts'

/** What a first pass over the text made of each word, for the second: a name is mostly one thing all through a text. */
export interface History {
  labels: Uint8Array
  /** By word id: how often the word was of each type, then how often outside. */
  seen: Map<number, Int32Array>
  /** By word id: bit 2t where the word ended a longer name of type t, 2t + 1 where it began one. */
  within: Map<number, number>
}

export function readHistory({ words, ids, candidate }: Context, labels: Uint8Array): History {
  const history: History = { labels, seen: new Map(), within: new Map() }
  for (let i = 0; i < labels.length; i++) {
    if (!candidate[i] || !words[i]!.upper) continue
    const id = ids[i]!
    const label = labels[i]!
    const counts = history.seen.get(id) ?? new Int32Array(TYPES.length + 1)
    history.seen.set(id, counts)
    const type = typeOf(label)
    const column = label === OUTSIDE ? TYPES.length : type
    counts[column] = counts[column]! + 1
    const place = (label - 1) & 3
    if (label !== OUTSIDE && (place === 0 || place === 2))
      history.within.set(id, (history.within.get(id) ?? 0) | (1 << (2 * type + (place === 0 ? 1 : 0))))
  }
  return history
}
