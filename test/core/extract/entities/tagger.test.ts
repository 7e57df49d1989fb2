import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BEFORE,
  canEnd,
  canStart,
  LABELS,
  spansOf,
  unit,
} from '../../../../lambdas/core/extract/entities/tagger/labels.ts'
import { unpack } from '../../../../lambdas/core/extract/entities/tagger/model.ts'
import { viterbi } from '../../../../lambdas/core/extract/entities/tagger/viterbi.ts'
import { bareLength } from '../../../../lambdas/core/extract/entities/tagger/words.ts'

test('the best path is always one that may be, whatever the scores', () => {
  const scores = fc
    .integer({ min: 1, max: 6 })
    .chain(n => fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n * LABELS, maxLength: n * LABELS }))
  fc.assert(
    fc.property(scores, list => {
      const path = [...viterbi(Float32Array.from(list), new Float32Array(LABELS ** 2), list.length / LABELS)]
      expect(canStart(path[0]!) && canEnd(path.at(-1)!)).toBe(true)
      for (let i = 1; i < path.length; i++) expect(BEFORE[path[i]!]).toContain(path[i - 1])
    }),
  )
})

test('the label with the highest score wins where nothing forbids it', () => {
  const scores = new Float32Array(LABELS)
  scores[unit(1)] = 3
  expect(spansOf(viterbi(scores, new Float32Array(LABELS ** 2), 1))).toEqual([{ first: 0, last: 1, type: 'place' }])
})

test('packed weights come out as they were put in', () => {
  // Features 5 and 300; the first has weight 7 for label 2, the second -3 for label 1 and 9 for label 4.
  const keys = Buffer.from([5, 128 | (295 & 127), 295 >> 7]).toString('base64')
  const rows = Buffer.from([1, 2, 7, 2, 1, 253, 4, 9]).toString('base64')
  const model = unpack({ features: 2, keys, rows, moves: [1] })
  const scores = new Float32Array(LABELS)
  for (const feature of [5, 300, 6]) model.add(feature, scores, 0)
  expect([...scores.slice(0, 5)]).toEqual([0, -3, 7, 0, 9])
})

test.each([
  ['Baku’s', 'Baku'],
  ["Reuters'", 'Reuters'],
  ["O'Brien", "O'Brien"],
  ['U.S.', 'U.S.'],
])('%s names %s', (word, name) => {
  expect(word.slice(0, bareLength(word))).toBe(name)
})
