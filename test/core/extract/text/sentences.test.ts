import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../../lambdas/core/extract/text/parse.ts'

const sentences = (text: string) => parse(text).sentences.map(({ start, end }) => text.slice(start, end))

describe('a sentence ends', () => {
  it.each([
    ['after a quotation that ends it', ['She called it “a mess.”', 'Mayor Odell left early.']],
    ['inside a quotation', ['"We were cold.', 'Nobody came," he said.']],
    ['after a question in quotation marks, where no speaker follows', ['"Are we safe?"', 'The road was empty.']],
    ['between two quotations', ["''It was bad.''", "''It was worse.''"]],
    ['after a bracket', ['Then (she sat down.)', 'And it rained.']],
  ])('%s', (_, expected) => expect(sentences(expected.join(' '))).toEqual(expected))
})

describe('a sentence goes on', () => {
  it.each([
    ['after a title', 'Yesterday Gov. Ines Paul met Sen. Bo Ray (R-TX).'],
    ['after No. before a number', 'He is No. 2 in the ministry.'],
    ['to the speaker of a question', '"Why now?" Odell asked.'],
    ['to a pronoun after a question', '"Who pays?" she wondered.'],
    ['after a dateline', 'OSTERHAM, Fla. -- Rain fell on the camp.'],
    ['where the mark belongs to a name', 'The show Go Girls! aired on Sunday.'],
    ['after a middle initial', 'Anna B. Keller resigned.'],
  ])('%s', (_, text) => expect(sentences(text)).toEqual([text]))
})

const marks = fc.constantFrom(
  '"',
  '“',
  '”',
  "''",
  '.',
  '!',
  '?',
  '…',
  ' ',
  '\n',
  '\n\n',
  ')',
  '(',
  ' -- ',
  'Mr',
  'I',
  'he said',
  'Odell',
  'No',
  '2',
  '\uD800',
  '\0',
)

it('keeps every term in one sentence, in order, with its own text', () => {
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 60 }), pieces => {
      const text = pieces.join('')
      const doc = parse(text)
      let next = 0
      for (const sentence of doc.sentences) {
        expect(sentence.first).toBe(next)
        expect(sentence.last).toBeGreaterThan(sentence.first)
        for (const term of doc.terms.slice(sentence.first, sentence.last)) {
          expect(term.sentence).toBe(sentence.index)
          expect(text.slice(term.start, term.end)).toBe(term.text)
          expect(term.start).toBeGreaterThanOrEqual(sentence.start)
          expect(term.end).toBeLessThanOrEqual(sentence.end)
        }
        next = sentence.last
      }
      expect(next).toBe(doc.terms.length)
    }),
    { numRuns: 150 },
  )
})
