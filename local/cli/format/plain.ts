import { plain as oneLine } from '../../../lambdas/core/notify/plain.ts'

/** What recolours and moves the cursor (ECMA-48, control sequences). Other control characters are taken out one by one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL_SEQUENCE = /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]/g
/** What can move the cursor, recolour, ring, reorder what the terminal shows, or be no character at all. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** Text from an article as one line that can't move the cursor, recolour, ring, or reorder what the terminal shows. */
export function plain(text: string): string {
  return oneLine(text.replace(CONTROL_SEQUENCE, '')).replace(UNSAFE, '')
}

/** Text from an article with nothing left out: what can't be shown stands as its code. */
export function visible(text: string): string {
  return text.replace(UNSAFE, character =>
    character === '\t' ? ' ' : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  )
}

/** The same of several lines. */
export const visibleLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map(line => visible(line))
    .join('\n')
