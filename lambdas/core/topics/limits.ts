import { anchorOf } from './anchor.ts'
import { parsePhrase } from './phrase.ts'

/** A topic file in UTF-8. Its examples are read while somebody waits. */
export const MAX_TOPIC_BYTES = 100_000
/** In all its lists. */
export const MOST_PHRASES = 300
export const LONGEST_PHRASE = 500
/** Steps that may be tried wherever one word stands: every word of every article is looked up. The shipped topics need 1,000. */
const MOST_EFFORT = 2_000

interface Excess {
  /** Of the phrase that is too much. */
  path: [list: string, index: number]
  reason: string
}

/** The first phrase that makes a topic too long or too slow to watch. */
export function excessOf(lists: Readonly<Record<string, readonly string[]>>): Excess | null {
  const efforts = new Map<string, number>()
  let count = 0
  for (const [list, phrases] of Object.entries(lists)) {
    for (const [index, text] of phrases.entries()) {
      if (++count > MOST_PHRASES) return { path: [list, index], reason: `more than ${MOST_PHRASES} phrases in all` }
      const word = overworked(text, efforts)
      if (word !== undefined)
        return { path: [list, index], reason: `the phrases that hold "${word}" may together match in too many ways` }
    }
  }
  return null
}

/** The word at which, with this phrase, more would be tried than may be. */
function overworked(text: string, efforts: Map<string, number>): string | undefined {
  const phrase = parsePhrase(text)
  if ('reason' in phrase) return undefined
  const { words, effort } = anchorOf(phrase.steps)
  for (const word of words) efforts.set(word, (efforts.get(word) ?? 0) + effort)
  return [...words].find(word => efforts.get(word)! > MOST_EFFORT)
}
