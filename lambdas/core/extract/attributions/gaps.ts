/** What stands between two terms, as bits. */
export const GAP = {
  comma: 1,
  colon: 2,
  dash: 4,
  stop: 8,
  opens: 16,
  closes: 32,
  sentence: 64,
  paragraph: 128,
} as const

/** What of it the characters themselves tell: sentences, paragraphs and quotations are known elsewhere. */
export function gapBits(text: string, from: number, to: number): number {
  let bits = 0
  for (let i = from; i < to; i++) {
    const c = text[i]!
    if (c === ',') bits |= GAP.comma
    else if (c === ':' || c === ';') bits |= GAP.colon
    else if (
      c === '—' ||
      c === '–' ||
      c === '(' ||
      c === ')' ||
      c === '[' ||
      c === ']' ||
      (c === '-' && text[i + 1] !== undefined && (text[i - 1] === ' ' || text[i + 1] === '-'))
    )
      bits |= GAP.dash
    else if (c === '.' || c === '!' || c === '?' || c === '…') bits |= GAP.stop
  }
  return bits
}
