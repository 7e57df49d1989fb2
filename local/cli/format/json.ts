/** What a terminal would act on, though JSON may hold it as it is. C0 is escaped by JSON itself. */
const UNSAFE = /[\u007F-\u009F\u2028\u2029\p{Cf}]/gu

/** JSON with article text in it, to print: the same value, and nothing that moves a cursor or turns the reading direction. */
export function json(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE, escaped)
}

const escaped = (character: string): string =>
  [...Array(character.length).keys()].map(at => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
