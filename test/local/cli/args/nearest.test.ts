import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../../../local/cli/args/nearest.ts'

const words = ['extract', 'entities', 'claims', 'alerts', 'start']

describe('nearest', () => {
  it.each([
    ['extarct', 'extract'],
    ['claim', 'claims'],
    ['alert', 'alerts'],
    ['strat', 'start'],
    ['ent', 'entities'],
    ['entites', 'entities'],
    ['x', undefined],
    ['weather', undefined],
    ['', undefined],
  ])('%s is %s', (typed, meant) => {
    expect(nearest(typed, words)).toBe(meant)
  })

  it('finds a word with any two of its letters swapped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(), (word, n) => {
        const at = n % (word.length - 1)
        const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
        expect(nearest(swapped, words)).toBe(word)
      }),
    )
  })
})
