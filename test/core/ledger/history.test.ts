import { beforeEach, describe, expect, it } from 'vitest'
import type { StoredArticle } from '../../../lambdas/core/article/stored-article.ts'
import { claimIdOf } from '../../../lambdas/core/ids.ts'
import { findClaim, historyOf, type Records } from '../../../lambdas/core/ledger/history.ts'
import type { EarlierClaim, JudgedClaim } from '../../../lambdas/core/ledger/ledger.ts'
import { MemoryLedger } from '../../../local/cli/replay/memory-ledger.ts'
import { aClaim, aHead, aJudgedClaim, aProposition, aRuling, aStoredArticle } from '../../support/records.ts'

const TOPIC = 'corridor'
const claimOf = (article: string) => claimIdOf(article, '0123456789ab')
const refTo = (article: string): EarlierClaim => {
  const { at, url, source: outlet } = aHead()
  return { id: claimOf(article), text: 'The road was open.', speaker: null, outlet, at, url }
}

let ledger: MemoryLedger
let texts: Map<string, StoredArticle[]>
let looked: number
let records: Records

beforeEach(() => {
  ledger = new MemoryLedger()
  texts = new Map()
  looked = 0
  records = {
    articles: {
      revisions: async id =>
        (texts.get(id) ?? []).map(({ revision, at, uploadedAt }) => ({ revision, at, uploadedAt })),
      get: async (id, revision) => texts.get(id)?.find(text => text.revision === revision) ?? null,
    },
    ledger: {
      related: (...asked) => ledger.related(...asked),
      ruling: (...asked) => {
        looked++
        return ledger.ruling(...asked)
      },
    },
  }
})

interface Given extends Partial<JudgedClaim> {
  day?: number
  outlet?: string
  fingerprint?: string
  /** What its ruling is filed under. */
  keys?: string[]
}

/** An article with one claim, judged. */
async function judged(article: string, given: Given = {}): Promise<void> {
  const { day = 1, outlet = `Outlet ${article}`, fingerprint = hash(article), keys = ['open'], ...claim } = given
  const at = `2023-09-${String(day).padStart(2, '0')}T10:00:00.000Z`
  const id = claimOf(article)
  texts.set(article, [aStoredArticle({ id: article, at, claims: [aClaim({ id })] })])
  const head = aHead({ id: article, at, source: outlet, fingerprint })
  await ledger.keep(aRuling({ article: head, claims: [aJudgedClaim({ id, root: id, ...claim })] }), keys)
}
/** As of a text that is like no other. */
const hash = (name: string) =>
  [...name.repeat(16)]
    .map((letter, i) => ((letter.charCodeAt(0) * 7 + i * 5) % 16).toString(16))
    .slice(0, 16)
    .join('')
const idsOf = (sightings: readonly { claim: { id: string } }[]) => sightings.map(({ claim }) => claim.id)

describe('the history of a claim', () => {
  it('is its whole series in the order of time, whichever of its claims is asked for', async () => {
    const root = claimOf('a')
    await judged('c', { day: 3, root, verdict: 'update', ref: refTo('a') })
    await judged('a', { day: 1 })
    await judged('b', { day: 2, root, verdict: 'repeat', ref: refTo('a') })
    await judged('other', { day: 2 })
    for (const article of ['a', 'b', 'c']) {
      const history = await historyOf(records, TOPIC, claimOf(article))
      expect(idsOf(history!.sightings)).toEqual(['a', 'b', 'c'].map(claimOf))
      expect(history!.partial).toBe(false)
    }
  })

  it('counts a wire copy, and an outlet that says it twice, once', async () => {
    const root = claimOf('a')
    await judged('a', { fingerprint: '0000000000000000' })
    await judged('copy', { root, fingerprint: '0000000000000001' })
    await judged('b', { root, outlet: 'Gazette', fingerprint: 'ffffffff00000000' })
    await judged('again', { root, outlet: 'Gazette', fingerprint: '00000000ffffffff' })
    const history = await historyOf(records, TOPIC, root)
    expect([history!.sightings.length, history!.outlets]).toEqual([4, 2])
  })

  it('has what stands against it, whichever of the two came first', async () => {
    await judged('a')
    await judged('b', { day: 2, verdict: 'contradiction', ref: refTo('a'), contradicts: [claimOf('a')] })
    for (const [one, other] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const history = await historyOf(records, TOPIC, claimOf(one))
      expect([idsOf(history!.sightings), idsOf(history!.contradictions)]).toEqual([[claimOf(one)], [claimOf(other)]])
    }
  })

  it('finds what the series refers to though it is filed under other keys', async () => {
    const root = claimOf('a')
    await judged('a', { keys: ['elsewhere'], proposition: aProposition({ words: 'elsewhere' }) })
    await judged('b', { day: 2, root, ref: refTo('a'), keys: ['nowhere'] })
    await judged('c', { day: 3, root, ref: refTo('b'), contradicts: [claimOf('d')] })
    await judged('d', { keys: ['far'] })
    const history = await historyOf(records, TOPIC, claimOf('c'))
    expect(idsOf(history!.sightings)).toEqual(['a', 'b', 'c'].map(claimOf))
    expect(idsOf(history!.contradictions)).toEqual([claimOf('d')])
  })

  it('reads a limited number of pages, and says that there may be more', async () => {
    const root = claimOf('a')
    await judged('a')
    const keys = ['open', 'road', 'convoy']
    for (let i = 0; i < 100; i++) {
      const contradicts = Array.from({ length: 5 }, (_, n) => claimOf(`against-${i}-${n}`))
      await judged(`b${i}`, { day: 2 + (i % 20), root, ref: refTo(`gone-${i}`), contradicts, keys: [keys[i % 3]!] })
    }
    const history = await historyOf(records, TOPIC, claimOf('b7'))
    expect(history!.partial).toBe(true)
    expect(history!.sightings.length).toBeGreaterThan(20)
    expect(looked).toBeLessThan(12)
  })

  it('is none until the claim is judged', async () => {
    await judged('a')
    expect(await historyOf(records, 'talks', claimOf('a'))).toBeNull()
    expect(await historyOf(records, TOPIC, 'no id')).toBeNull()
  })
})

describe('a claim by its id', () => {
  it('is found in the latest text that has it, and it is said where a later one has it no more', async () => {
    const claims = [aClaim({ id: claimOf('a') })]
    const text = (revision: string, having: typeof claims) => aStoredArticle({ id: 'a', revision, claims: having })
    texts.set('a', [text('r3', []), text('r2', claims), text('r1', claims)])
    const found = await findClaim(records, claimOf('a'))
    expect([found?.stored.revision, found?.latest]).toEqual(['r2', false])
  })

  it.each(['', 'c_', claimIdOf('a', '0123456789ac'), claimIdOf('b', '0123456789ab')])('is not there: %j', async id => {
    texts.set('a', [aStoredArticle({ id: 'a', claims: [aClaim({ id: claimOf('a') })] })])
    expect(await findClaim(records, id)).toBeNull()
  })
})
