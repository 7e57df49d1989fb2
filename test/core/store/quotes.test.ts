import { describe, expect, it } from 'vitest'
import { loadFixtures } from '../../../fixtures/load.ts'
import { extract } from '../../../lambdas/core/extract/extract.ts'
import { withoutQuotes, withQuotes } from '../../../lambdas/core/store/quotes.ts'
import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'

const extractions = loadFixtures().map(({ name, article }) => ({ name, extraction: extract(article, SHIPPED_TOPICS) }))

describe('an extraction without its quotes', () => {
  it.each(extractions)('is $name again once they are put back', ({ extraction }) => {
    expect(withQuotes(JSON.parse(JSON.stringify(withoutQuotes(extraction))))).toEqual(extraction)
  })

  it('keeps a text that its spans don’t give', () => {
    const [{ extraction }] = extractions as [(typeof extractions)[number]]
    const odd = { ...extraction, references: [{ start: 0, end: 2, text: 'other', entity: 'x', rule: 'r' }] }
    expect(withQuotes(withoutQuotes(odd))).toEqual(odd)
  })
})
