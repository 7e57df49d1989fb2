import { describe, expect, it } from 'vitest'
import { alertOf } from '../../../../lambdas/core/notify/alert.ts'
import { alertLines } from '../../../../local/cli/format/alert.ts'
import { aHead, aJudgedClaim, aRuling } from '../../../support/records.ts'

const screen = (width: number) => ({ width, paint: (_: unknown, text: string) => text })
const ref = {
  id: 'c_0',
  text: 'The ministry spoke of 200 dead.',
  speaker: 'the ministry',
  outlet: 'Other Wire',
  at: '2023-09-22T10:00:00.000Z',
  url: null,
}

describe('an alert for a terminal', () => {
  it('says what is new, who says it, in which words, why, what stood before, and where', () => {
    const claims = [
      aJudgedClaim({ verdict: 'update', because: 'new figure: 213, was 200', ref, outlets: 3, modality: 'planned' }),
      aJudgedClaim({ speaker: null, verdict: 'contradiction', polarity: 'denied' }),
    ]
    expect(alertLines(alertOf(aRuling({ claims })), screen(120))).toEqual([
      'corridor · The road opens',
      'Example Wire, 24 Sep 2023 · https://example.org/road',
      'UPDATE · the ministry (planned)',
      '  the road was open',
      '  Sentence: The ministry said the road was open.',
      '  Why: new figure: 213, was 200',
      '  Earlier: the ministry: The ministry spoke of 200 dead. (Other Wire, 22 Sep 2023)',
      '  3 independent outlets have reported on it.',
      'CONTRADICTION · the outlet itself (denied)',
      '  the road was open',
      '  Sentence: The ministry said the road was open.',
      '  Why: nothing like it was claimed before',
    ])
  })

  it('names by its id an article of which nothing else is known', () => {
    const article = aHead({ title: null, source: null, url: null, publishedAt: null })
    const lines = alertLines({ ...alertOf(aRuling({ article, correction: true })), more: 2 }, screen(120))
    expect(lines.slice(0, 2)).toEqual([
      'corridor · article road',
      'A correction: a later text of an article that was known.',
    ])
    expect(lines.at(-1)).toBe('… and 2 more in the article: claimwire article road')
  })

  it('keeps within the width and lets no control character through', () => {
    const text = `${'The \u001B[2Jroad\u0007 is \u202Eopen. '.repeat(20)}`
    const ruling = aRuling({
      article: aHead({ title: text }),
      claims: [aJudgedClaim({ text, speaker: text, because: text })],
    })
    const lines = alertLines(alertOf(ruling), screen(50))
    expect(lines.filter(line => line.length > 50)).toEqual([])
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})
