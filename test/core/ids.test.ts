import { describe, expect, it } from 'vitest'
import { claimId } from '../../lambdas/core/extract/claims/claim-id.ts'
import { alertIdOf, articleOfClaim, placeOfAlert } from '../../lambdas/core/ids.ts'

/** As odd as an article's id may be. */
const ODD = 'c_al_corridor_A.b:c-_0123456789ab_'

describe('the id of a claim', () => {
  it.each(['a0123456789abcdef0123', ODD])('names its article: %s', articleId => {
    expect(articleOfClaim(claimId(articleId, 'He left.', 'left', 0))).toBe(articleId)
  })

  it.each(['', 'c_', 'c_a', 'c__0123456789ab', 'a_0123456789ab', 'c_a_0123456789AB'])('is not %j', id => {
    expect(articleOfClaim(id)).toBeUndefined()
  })
})

describe('the id of an alert', () => {
  it.each(['a0123456789abcdef0123', ODD])('names its topic, its article and the text of it: %s', articleId => {
    const id = alertIdOf('aid-talks', articleId, '0123456789abcdef0123456789abcdef')
    expect(placeOfAlert(id)).toEqual({ topic: 'aid-talks', articleId, revision: '0123456789ab' })
  })

  it('is the same for the same article, revision and topic, and for nothing else', () => {
    const ids = [
      alertIdOf('corridor', 'road', 'r1'),
      alertIdOf('talks', 'road', 'r1'),
      alertIdOf('corridor', 'road', 'r2'),
      alertIdOf('corridor', 'other', 'r1'),
    ]
    expect(new Set(ids).size).toBe(4)
    expect(alertIdOf('corridor', 'road', 'r1')).toBe(ids[0])
  })

  it.each(['', 'al_', 'al_corridor', 'al_Corridor_a_b', 'c_corridor_a_b'])('is not %j', id => {
    expect(placeOfAlert(id)).toBeUndefined()
  })
})
