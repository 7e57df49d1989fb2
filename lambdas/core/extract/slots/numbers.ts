import type { Term } from '../text/doc.ts'
import type { Token } from './tokens.ts'

const UNITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
)
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i] as const),
)
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['m', 1e6],
  ['bn', 1e9],
])
const DIGITS = /^(?:[A-Z]{0,3}[$€£¥])?([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d*\.?\d+)(%|[a-z]{0,2})$/i
const ORDINAL = /^(?:st|nd|rd|th)$/i

/** The number that starts at `at`, in digits, or null: "two hundred and five" → "205", "$3.4 billion" → "3400000000". */
export function readNumber(terms: readonly Term[], at: number, to: number): Token | null {
  let total = 0
  let part = 0
  let last = at
  for (; last < to; last++) {
    const word = terms[last]!.normal.replace(/[.,]$/, '')
    const scale = SCALES.get(word)
    if (last > at && scale !== undefined) {
      if (scale === 100) part *= scale
      else {
        total += part * scale
        part = 0
      }
      continue
    }
    if (word === 'and' && part % 100 === 0 && total + part >= 100 && UNITS.has(terms[last + 1]?.normal ?? '')) continue
    const value = simple(terms[last]!)
    if (value === null || (last > at && !continues(terms, last, part, value))) break
    part += value
  }
  if (last === at || (last === at + 1 && isPronounOne(terms, at, to))) return null
  return { kind: 'number', key: String(Math.round((total + part) * 1000) / 1000), first: at, last }
}

/** The value of one term on its own: "12,000", "$2.5", "4.4%", "twenty", "twenty-four"; null for "7th" and for words. */
function simple(term: Term): number | null {
  const word = term.text.toLowerCase()
  const whole = UNITS.get(word) ?? TENS.get(word)
  if (whole !== undefined) return whole
  const [tens, unit] = word.split('-')
  if (unit !== undefined && TENS.has(tens!) && UNITS.has(unit)) return TENS.get(tens!)! + UNITS.get(unit)!
  const match = DIGITS.exec(term.text)
  if (!match || ORDINAL.test(match[2]!)) return null
  const scale = SCALES.get(match[2]!.toLowerCase()) ?? 1
  return Number(match[1]!.replaceAll(',', '')) * scale
}

/** "twenty four" and "hundred five" are one number; "2020, six" and "12 5" are two. */
function continues(terms: readonly Term[], at: number, part: number, value: number): boolean {
  if (/[,;:.]/.test(terms[at - 1]!.post) || /\d/.test(terms[at]!.text)) return false
  return part === 0
    ? terms[at - 1]!.normal !== 'zero'
    : (part % 100 === 0 && value < 100) || (part % 10 === 0 && part % 100 >= 20 && value < 10)
}

/** "one of them", "no one", "the one who": no number. "one civilian": a number. */
function isPronounOne(terms: readonly Term[], at: number, to: number): boolean {
  if (terms[at]!.normal !== 'one') return false
  const next = at + 1 < to ? terms[at + 1]! : undefined
  return !(next?.tags.has('Noun') || next?.tags.has('Adjective'))
}
