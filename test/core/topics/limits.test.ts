import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../lambdas/core/extract/text/parse.ts'
import { checkTopic } from '../../../lambdas/core/extract/topics/check-topic.ts'
import { findTopics } from '../../../lambdas/core/extract/topics/find-topics.ts'
import { LONGEST_PHRASE, MAX_TOPIC_BYTES, MOST_PHRASES } from '../../../lambdas/core/topics/limits.ts'
import { readTopic } from '../../../lambdas/core/topics/read-topic.ts'
import type { Topic } from '../../../lambdas/core/topics/topic.ts'
import { cpuTime } from '../../support/cpu.ts'
import { aTopic } from '../../support/topics.ts'

const fileOf = (given: Partial<Topic>) => JSON.stringify(aTopic(given), null, 1)
const problems = (file: string) => {
  const reading = readTopic(file)
  return 'problems' in reading ? reading.problems : []
}
const phrases = (count: number) => Array.from({ length: count }, (_, i) => `dam w${i}`)
const wordOf = (length: number) => 'd'.repeat(length)

describe('a topic file may have', () => {
  it(`${MAX_TOPIC_BYTES} bytes and not one more, however few its characters`, () => {
    const padded = (bytes: number) => {
      const file = fileOf({ title: 'ü'.repeat(100) })
      return file + ' '.repeat(bytes - Buffer.byteLength(file))
    }
    expect(problems(padded(MAX_TOPIC_BYTES))).toEqual([])
    expect(problems(padded(MAX_TOPIC_BYTES + 1))).toEqual([
      { line: 1, reason: 'the file has 100001 bytes; at most 100000 are read' },
    ])
  })

  it(`${MOST_PHRASES} phrases in all its lists and not one more: the line is that of the first too many`, () => {
    const half = MOST_PHRASES / 2
    expect(problems(fileOf({ match: phrases(half), needs: phrases(half) }))).toEqual([])
    const file = fileOf({ match: phrases(half), needs: phrases(half), excludes: ['one too many'] })
    const line = file.split('\n').findIndex(text => text.includes('one too many')) + 1
    expect(problems(file)).toEqual([{ line, reason: 'excludes.0: more than 300 phrases in all' }])
  })

  it(`phrases of ${LONGEST_PHRASE} characters and not one more`, () => {
    expect(problems(fileOf({ match: [wordOf(LONGEST_PHRASE)] }))).toEqual([])
    expect(problems(fileOf({ match: [wordOf(LONGEST_PHRASE + 1)] }))).toEqual([
      { line: 5, reason: 'match.0: a phrase of more than 500 characters' },
    ])
  })

  it('200 examples of a kind and not one more', () => {
    const examples = (count: number) => ({ matches: ['The dam broke.'], ignores: Array(count).fill('It rained.') })
    expect(problems(fileOf({ examples: examples(200) }))).toEqual([])
    expect(problems(fileOf({ examples: examples(201) }))[0]?.reason).toMatch(/^examples\.ignores: .*200/)
  })

  it.each([
    '(a|a a|a a a) '.repeat(12),
    'dam (* * * * * * * x|y)',
    `(${'a? '.repeat(60)}b|c) dam`,
    'a? '.repeat(11).concat('a'),
  ])('no phrase that a text could keep it busy with: %j', phrase => {
    expect(problems(fileOf({ match: [phrase.trim()] }))[0]?.reason).toContain('may match in too many ways')
  })

  it('no hundreds of phrases on one word that each may match in many ways', () => {
    const many = Array.from({ length: 40 }, (_, i) => `dam * (wall|gate) * w${i}`)
    expect(problems(fileOf({ match: many })).at(-1)?.reason).toContain('the phrases that hold "dam"')
    expect(problems(fileOf({ match: many.slice(0, 5) }))).toEqual([])
  })
})

const hostile = [
  '{"__proto__": {"name": "dam"}, "constructor": 1, "toString": "x"}',
  '['.repeat(90_000),
  '{"a":'.repeat(16_000),
  `{"name":"${'x'.repeat(90_000)}"}`,
  `{"name":"${'\\n'.repeat(45_000)}`,
  JSON.stringify({ match: Array(12_000).fill('(') }, null, 1),
  `{${Array.from({ length: 9_000 }, (_, i) => `"k${i}": 1`).join(',\n')}}`,
  fileOf({ match: ['(a+)+$', '.*.*=.*', '[^]]*', '\\1(?<x>'] }),
  fileOf({ name: '__proto__' }),
  'x'.repeat(5_000_000),
]

describe('a hostile topic file', () => {
  it.each(hostile.map(file => [file.slice(0, 40), file]))(
    'is refused soon, with a line and a reason: %j …',
    (_, file) => {
      expect(cpuTime(() => expect(checkTopic(file)).toHaveProperty('problems.0.line'))).toBeLessThan(1_500)
    },
  )

  it('that is made of pieces of a good one never throws', () => {
    const piece = fc.constantFrom(
      ...fileOf({}).split(/(?<=[":,{}[\]])/),
      '(',
      ')',
      '|',
      '*',
      '?',
      '{go}',
      '#Noun',
      '\\u0000',
    )
    const file = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''))
    const phrase = fc.array(fc.constantFrom('(', ')', '|', '*', '?', '.', ' ', 'a', 'dam', '{go}', '#Noun', '-'))
    fc.assert(
      fc.property(file, text => void checkTopic(text)),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(phrase, parts => void checkTopic(fileOf({ match: [parts.join('')] }))),
      { numRuns: 300 },
    )
  })
})

it('hundreds of phrases on one word take no longer than a text of that word alone allows', () => {
  const reading = readTopic(fileOf({ match: Array.from({ length: MOST_PHRASES }, (_, i) => `(a|x${i})`) }))
  const doc = parse('a '.repeat(20_000))
  const topics = 'topic' in reading ? [reading.topic] : []
  expect(topics).toHaveLength(1)
  expect(cpuTime(() => findTopics(doc, topics))).toBeLessThan(1_000)
})
