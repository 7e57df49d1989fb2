import type { Range } from '../types.ts'

/** A stretch of quoted words, marks included. `closed` is false where the paragraph ends first, as in a quotation of several paragraphs. */
export interface Quotation extends Range {
  closed: boolean
}

/** The class in front turns most letters away at once. */
const MARK = /(?=["“”‘’`'\n])(?:["“”‘’]|``|''|(?<![\p{L}\p{N}])'(?=\S)|(?<=[\p{L}\p{N}.,!?…])'(?!\p{L})|\n)/gu
const SINGLE = new Set(['‘', '’', "'"])
/** A single mark that opens no pair within this many letters was an apostrophe. */
const LONGEST_SINGLE = 600

/** The quotations of a text, in order, never overlapping; a quotation within a quotation belongs to the outer one. One pass. */
export function findQuotations(text: string, paragraphEnds: readonly number[]): Quotation[] {
  const found: Quotation[] = []
  let open: { start: number; mark: string } | null = null
  let paragraph = 0
  const close = (end: number, closed: boolean) => {
    if (open && end > open.start + 1) found.push({ start: open.start, end, closed })
    open = null
  }
  for (const match of text.matchAll(MARK)) {
    const mark = match[0]
    const at = match.index
    while (paragraph < paragraphEnds.length && paragraphEnds[paragraph]! <= at) {
      leave(paragraphEnds[paragraph]!)
      paragraph++
    }
    if (mark === '\n') continue
    if (open === null) {
      if (opens(text, at, mark)) open = { start: at, mark }
    } else if (SINGLE.has((open as { mark: string }).mark)) singleMark(at, mark)
    else if (!SINGLE.has(mark) && !(mark === '“' || mark === '``')) close(at + mark.length, true)
  }
  leave(text.length)
  return found

  function leave(end: number): void {
    if (open && SINGLE.has(open.mark)) open = null
    close(end, false)
  }

  function singleMark(at: number, mark: string): void {
    const { start } = open!
    if (at - start > LONGEST_SINGLE || !SINGLE.has(mark)) {
      open = opens(text, at, mark) ? { start: at, mark } : null
    } else if (mark !== '‘' && closesSingle(text, at)) close(at + 1, true)
  }
}

function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' '
  const after = text[at + mark.length] ?? ' '
  if (mark === '“' || mark === '``') return true
  if (mark === '”' || mark === '’') return false
  if (SINGLE.has(mark)) return /[\s(—–-]/.test(before) && /[\p{Lu}\p{Ll}\p{N}]/u.test(after) && !/\d/.test(after)
  return /[\s([—–:-]/.test(before) ? /\S/.test(after) : false
}

/** "the soldiers' camp" does not close: a plural's apostrophe follows an s without punctuation. */
function closesSingle(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  return !/\p{L}/u.test(text[at + 1] ?? ' ') && !(before === 's' && /^ [a-z]/.test(text.slice(at + 1, at + 3)))
}
