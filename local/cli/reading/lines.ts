import { Rejection } from '../../../lambdas/core/article/rejection.ts'

/** A JSON text may spell each character of a largest upload as `\uXXXX`. */
const LONGEST_LINE = 8_000_000
const NEWLINE = 10

/** A line of the input: its text, or what is wrong with it. */
export type Line = { number: number } & ({ text: string } | { rejection: Rejection })

/** Lines as they arrive, one for each that isn't blank. A line that is too long is dropped as it is read, never kept whole. */
export async function* lines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let number = 0
  let pieces: Uint8Array[] = []
  let length = 0
  const take = (): Line | undefined => {
    number++
    const line = length > LONGEST_LINE ? tooLong(number) : decode(number, pieces)
    pieces = []
    length = 0
    return 'text' in line && line.text.trim() === '' ? undefined : line
  }
  const keep = (piece: Uint8Array) => {
    length += piece.length
    if (length > LONGEST_LINE) pieces = []
    else pieces.push(piece)
  }
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      keep(bytes.subarray(start, end))
      start = end + 1
      const line = take()
      if (line) yield line
    }
    if (start < bytes.length) keep(bytes.subarray(start))
  }
  const last = length > 0 ? take() : undefined
  if (last) yield last
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(number: number, pieces: Uint8Array[]): Line {
  try {
    return { number, text: utf8.decode(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)) }
  } catch (cause) {
    return { number, rejection: new Rejection('not-utf8', 'The line is not valid UTF-8 text.', { cause }) }
  }
}

function tooLong(number: number): Line {
  return { number, rejection: new Rejection('too-large', 'The line is over 8 MB; an article is at most 1 MB.') }
}
