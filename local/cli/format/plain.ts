import { plain as oneLine } from '../../../lambdas/core/notify/plain.ts'

/** What recolours and moves the cursor (ECMA-48, control sequences). Other control characters are taken out one by one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL_SEQUENCE = /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]/g

/** Text from an article as one line that can't move the cursor, recolour, ring, or reorder what the terminal shows. */
export function plain(text: string): string {
  return oneLine(text.replace(CONTROL_SEQUENCE, ''))
}
