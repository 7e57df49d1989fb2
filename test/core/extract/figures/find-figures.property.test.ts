import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findFigures } from '../../../../lambdas/core/extract/figures/find-figures.ts'
import { parse } from '../../../../lambdas/core/extract/text/parse.ts'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A number below a thousand million in words, as British or American English spells it. */
function spell(value: number, and: boolean): string {
  if (value < 20) return ONES[value]!
  if (value < 100) return TENS[Math.floor(value / 10)]! + (value % 10 ? `-${ONES[value % 10]}` : '')
  const [size, word] = value < 1_000 ? [100, 'hundred'] : value < 1e6 ? [1_000, 'thousand'] : [1e6, 'million']
  const rest = value % size!
  const head = `${spell(Math.floor(value / size!), and)} ${word}`
  return rest === 0 ? head : `${head} ${and && rest < 100 ? 'and ' : ''}${spell(rest, and)}`
}

it('reads any number in words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999_999 }), fc.boolean(), (value, and) => {
      expect(findFigures(parse(`They saw ${spell(value, and)} trucks.`)).map(figure => figure.value)).toEqual([value])
    }),
    { numRuns: 80 },
  )
})

it('reads any number in digits, however it is grouped', () => {
  const groupings = [
    (value: number) => value.toLocaleString('en-US'),
    (value: number) => value.toLocaleString('en-US').replaceAll(',', '\u00a0'),
    (value: number) => String(value),
  ]
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 1e12 }), fc.constantFrom(...groupings), (value, write) => {
      expect(findFigures(parse(`They saw ${write(value)} trucks.`)).map(figure => figure.value)).toEqual([value])
    }),
    { numRuns: 60 },
  )
})

const PIECES =
  `1 2 12 300 1,000 2020 3.4 50% $ € US$ 5bn 10-15 9/11 ½ one two twenty hundred thousand million dozens tens of half a third
  and or to from between at least up more than over no not none was were killed wounded fled people soldiers soldiers, six whom which
  them the its another additional including day-long days km tonnes aid years old ago page Resolution T-72 12:30 . , ; - – ( ) " ’ + ~ # __proto__
  constructor \ud800 \u0000 \u202e \u200b 😀 ١٢ 五 99999999999999999999 1e308`.split(/\s+/)
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

it('never throws, and gives finite numbers in order and spans that are exact and apart', () => {
  fc.assert(
    fc.property(text, text => {
      let end = 0
      for (const figure of findFigures(parse(text))) {
        expect(figure.start).toBeGreaterThanOrEqual(end)
        expect(figure.end).toBeGreaterThan(figure.start)
        expect(figure.text).toBe(text.slice(figure.start, figure.end))
        expect(Number.isFinite(figure.low + figure.value + figure.high)).toBe(true)
        expect(figure.low).toBeLessThanOrEqual(figure.value)
        expect(figure.value).toBeLessThanOrEqual(figure.high)
        expect(figure.rule).toMatch(/^figure\/[a-z-]+$/)
        end = figure.end
      }
    }),
    { numRuns: 250 },
  )
})

/** How often the rules ask for a term's tags, in a text that is one single sentence: the work done, without a clock. */
function work(text: string): number {
  let asked = 0
  const tags = (tags: ReadonlySet<string>): ReadonlySet<string> =>
    Object.assign(new Set(tags), {
      has(tag: string) {
        asked++
        return Set.prototype.has.call(this, tag)
      },
    })
  const { terms } = parse(text)
  const sentence = { index: 0, start: 0, end: text.length, first: 0, last: terms.length, paragraph: 0 }
  findFigures({
    text,
    sentences: [sentence],
    terms: terms.map(term => ({ ...term, tags: tags(term.tags), sentence: 0 })),
  })
  return asked
}

it.each([
  '1 2 3 4 5 6 7 8 9 ',
  'seven hundred and ',
  '1- ',
  '12 men, ',
  'between one and ',
  'six of whom ',
  '5 people and ',
  '10 killed ',
  'no one was ',
])('does work in proportion to the text: %s …', piece => {
  const short = piece.repeat(Math.ceil(1_000 / piece.length))
  expect(work(short)).toBeGreaterThan(0)
  expect(work(short.repeat(4))).toBeLessThan(4.5 * work(short))
})
