import fc from 'fast-check'
import { parseAtomFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { atomFeed } from '../../lambdas/api/feed.ts'
import { alertOf } from '../../lambdas/core/notify/alert.ts'
import { aHead, aJudgedClaim, aRuling } from '../support/records.ts'

const topic = { name: 'corridor', title: 'The corridor' }
const anAlert = (title = 'The road opens', text = 'The ministry said the road was open.') => {
  const article = aHead({ title, source: title })
  return { ...alertOf(aRuling({ article, claims: [aJudgedClaim({ text })] })), at: article.at }
}

describe('the feed of a topic', () => {
  it('has an entry for each alert: what it says, where it is from, and an id that stays', () => {
    const { id, updated, entries = [] } = parseAtomFeed(atomFeed(topic, [anAlert()]))
    expect({ id, updated }).toEqual({ id: 'urn:claimwire:topic:corridor', updated: '2023-09-24T10:00:00.000Z' })
    expect(entries).toMatchObject([
      {
        id: 'urn:claimwire:alert:al_1',
        title: { value: expect.stringContaining('The road opens') },
        content: expect.objectContaining({ value: expect.stringContaining('The ministry said the road was open.') }),
        links: [{ rel: 'related', href: 'https://example.org/road' }],
      },
    ])
  })

  it('is a feed though nothing was told yet', () => {
    expect(parseAtomFeed(atomFeed(topic, []))).toMatchObject({ title: { value: 'Claimwire: The corridor' } })
  })

  it('has no element that an article wrote, whatever the article holds', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('<', '>', '&', '"', ']]>', '<!--', '<entry>', '\0', '\x0b', '\ud800', '\ufffe', 'a', ' '),
    })
    fc.assert(
      fc.property(hostile, hostile, (title, text) => {
        const feed = atomFeed(topic, [anAlert(`x${title}`, text)])
        expect([...feed.matchAll(/<(?!\/)(\w+)/g)].map(([, name]) => name)).toEqual(
          [...atomFeed(topic, [anAlert()]).matchAll(/<(?!\/)(\w+)/g)].map(([, name]) => name),
        )
        expect(feed).not.toMatch(/[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]|\p{Surrogate}|&(?!(?:amp|lt|gt|quot);)/u)
      }),
      { numRuns: 200 },
    )
  })
})
