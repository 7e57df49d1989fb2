import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidateKeys } from '../../../lambdas/core/novelty/candidate-keys.ts'
import { aProposition } from '../../support/records.ts'
import { paraphrases } from './paraphrases.ts'
import { propositionOf } from './proposition-of.ts'

const keysOf = (text: string) => candidateKeys(propositionOf(text))

describe('the keys under which a claim is looked for', () => {
  it('are shared by claims that say the same', () => {
    const missed = paraphrases.filter(([a, b]) => !keysOf(a).some(key => keysOf(b).includes(key)))
    expect(missed).toEqual([])
  })
  it('lead from a toll to a later toll that is worded otherwise', () => {
    const earlier = keysOf('At least 200 people were killed in the offensive.')
    expect(keysOf('The number of dead has risen to 213 people killed.')).toEqual(expect.arrayContaining([earlier[0]]))
  })
  it('are one for a capital and its country, and for synonyms', () => {
    expect(keysOf('Baku agreed to a truce.')).toEqual(keysOf('Azerbaijan agreed to a ceasefire.'))
  })
  it('are at most four short words of plain letters, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), words => {
        const keys = candidateKeys(aProposition({ words }))
        expect(keys.length).toBeLessThanOrEqual(4)
        for (const key of keys) expect(key).toMatch(/^[a-z0-9#_-]{1,32}$/)
      }),
    )
  })
})
