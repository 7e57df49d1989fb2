import { stripVTControlCharacters } from 'node:util'
import { plain as oneLine } from '../../../lambdas/core/notify/plain.ts'

/** Text from an article as one line that can't move the cursor, recolour, ring, or reorder what the terminal shows. */
export function plain(text: string): string {
  return oneLine(stripVTControlCharacters(text))
}
