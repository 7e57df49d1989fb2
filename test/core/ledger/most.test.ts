import { describe, expect, it } from 'vitest'
import { MOST_JUDGED, rule } from '../../../lambdas/core/ledger/rule.ts'
import { MOST_STANDING, Standing } from '../../../lambdas/core/ledger/standing.ts'
import { alertOf } from '../../../lambdas/core/notify/alert.ts'
import { emailText } from '../../../lambdas/core/notify/email.ts'
import { MemoryLedger } from '../../../local/cli/replay/memory-ledger.ts'
import { aClaim, aHead, aJudgedClaim, aProposition, aRuling, aStoredArticle } from '../../support/records.ts'

/** An article with so many claims that have no word in common. */
function articleWith(id: string, count: number) {
  const claims = Array.from({ length: count }, (_, i) => aClaim({ id: `c_${id}_${i}` }))
  const propositions = claims.map(claim => [claim.id, aProposition({ actions: [], objects: [], words: claim.id })])
  return aStoredArticle({ id, claims, propositions: Object.fromEntries(propositions) })
}
const judged = (article: ReturnType<typeof articleWith>, ledger = new MemoryLedger()) =>
  rule(ledger, { article, topic: 'corridor', backfill: false, earlier: null, later: null })

describe('an article with very many claims under one topic', () => {
  it('has as many judged as may be, and an alert that says how many there are besides', async () => {
    const atMost = await judged(articleWith('full', MOST_JUDGED))
    expect(atMost.claims).toHaveLength(MOST_JUDGED)
    expect(atMost).not.toHaveProperty('unjudged')
    const over = await judged(articleWith('over', MOST_JUDGED + 1))
    expect(over.claims).toHaveLength(MOST_JUDGED)
    expect(over.unjudged).toBe(1)
    expect(alertOf(over).more).toBe(alertOf(atMost).more + 1)
    expect(emailText(alertOf(over))).toContain(`… and ${alertOf(over).more} more in the article.`)
  })

  it('takes back nothing of an earlier text: what looks withdrawn may be among the rest', async () => {
    const ledger = new MemoryLedger()
    await judged(articleWith('text', 3), ledger)
    const { revision, at } = articleWith('text', 3)
    const later = { ...articleWith('text', MOST_JUDGED + 1), revision: 'r2', at: '2023-09-25T10:00:00.000Z' }
    const earlier = { revision, at }
    const claims = later.extraction.claims.map(claim => ({ ...claim, id: `${claim.id}x` }))
    const propositions = Object.fromEntries(claims.map(({ id }) => [id, aProposition({ words: id })]))
    const article = { ...later, propositions, extraction: { ...later.extraction, claims } }
    const ruling = await rule(ledger, { article, topic: 'corridor', backfill: false, earlier, later: null })
    expect(ruling).toMatchObject({ correction: true, unjudged: 1, withdrawn: [] })
  })

  it('is compared with so much of what stands and no more, the nearest first', () => {
    const rulings = Array.from({ length: 6 }, (_, n) =>
      aRuling({
        article: aHead({ id: `a${n}` }),
        claims: Array.from({ length: MOST_JUDGED }, (_, i) => aJudgedClaim({ id: `c_${n}_${i}` })),
      }),
    )
    const { entries } = new Standing(rulings)
    expect(entries).toHaveLength(MOST_STANDING)
    expect(entries[0]!.id).toBe('c_0_0')
    expect(new Standing(rulings.slice(0, 5)).entries).toHaveLength(MOST_STANDING)
  })
})
