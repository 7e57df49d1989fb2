import { stripVTControlCharacters } from 'node:util'

/** Text from an article as one line that can't move the cursor, recolour, ring, or reorder what the terminal shows. */
export function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200E\u200F\u061C\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}
