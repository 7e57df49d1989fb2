import { describe, expect, it } from 'vitest'
import { judgeTexts } from '../../../local/cli/judge.ts'
import { pairs } from './minimal-pairs.ts'
import { paraphrases } from './paraphrases.ts'

describe('two claims that differ in one thing', () => {
  it('are at least 500 pairs here', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(500)
  })
  it.each(['number', 'negation', 'actor', 'place', 'date', 'status'])(
    'are never repeats where they differ in %s',
    differs => {
      const mine = pairs.filter(pair => pair.differs === differs)
      expect(mine.filter(({ a, b }) => judgeTexts(a, b).verdict === 'repeat')).toEqual([])
    },
  )
})

describe('two claims that say the same in other words', () => {
  it('are repeats in at least nine of ten pairs', () => {
    const missed = paraphrases.filter(([a, b]) => judgeTexts(a, b).verdict !== 'repeat')
    expect(paraphrases.length).toBeGreaterThanOrEqual(60)
    expect(missed.length, missed.map(([a, b]) => `${a} | ${b}`).join('\n')).toBeLessThanOrEqual(paraphrases.length / 10)
  })
})
