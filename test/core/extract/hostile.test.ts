import fc from 'fast-check'
import { expect, it } from 'vitest'
import { extract } from '../../../lambdas/core/extract/extract.ts'
import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'
import { articleOf, faultsOf } from '../../support/faults.ts'
import { hostileText } from '../../support/hostile-text.ts'

/** `npm run bench -- fuzz` tries as many as one has time for, longer ones, and new ones each time. */
const INPUTS = 3_000
const PIECES = 14
const SEED = 20_230_922

it('any text is read without error, and what is said of it holds', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(hostileText(PIECES), text => {
      expect(faultsOf(text)).toEqual([])
    }),
    { numRuns: INPUTS, seed: SEED },
  )
})

it('such texts hold names, figures, and claims under a topic', () => {
  const read = fc
    .sample(hostileText(PIECES), { numRuns: 100, seed: SEED })
    .map(text => extract(articleOf(text), SHIPPED_TOPICS))
  const holding = (has: (found: (typeof read)[number]) => boolean) => read.filter(has).length
  expect(holding(({ entities }) => entities.length > 0)).toBeGreaterThan(25)
  expect(holding(({ figures }) => figures.length > 0)).toBeGreaterThan(25)
  expect(holding(({ claims }) => claims.some(claim => claim.source && claim.topics.length > 0))).toBeGreaterThan(8)
})

it.each([
  [
    'what two cues share stands after the one and before the other',
    'The ministry saidReuters reported, quoting the foreign ministry, that at least 213 people had been killed“Nothing is moving,” said Martha Olsen, a relief official.(Sept. 22, 2023',
  ],
  [
    'two contents differ by a space',
    '+ told Reuters, \n\n “ a ceasefire “Nothing is moving,” said Martha Olsen, a relief official.',
  ],
])('what is said of a text holds where %s', (_, text) => {
  expect(faultsOf(text)).toEqual([])
})
