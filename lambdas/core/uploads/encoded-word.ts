/** Headers are ASCII: other text is sent, and given back by S3, as encoded words of RFC 2047. */
export const encodeWord = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`

/** A text with its encoded words read. White space between two of them is not part of the text. */
export const decodeWords = (text: string): string =>
  text.replace(/=\?utf-8\?([bq])\?([^?\s]*)\?=(?:\s+(?==\?))?/gi, (_, encoding: string, word: string) =>
    encoding.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : readQuoted(word),
  )

const readQuoted = (word: string): string => {
  const bytes = word.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => hexLatin(hex))
  return Buffer.from(bytes, 'latin1').toString()
}
const hexLatin = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))
