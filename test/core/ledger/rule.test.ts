import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rule } from '../../../lambdas/core/ledger/rule.ts'
import { filingKeys } from '../../../lambdas/core/ledger/story-keys.ts'
import { DynamoLedger } from '../../../lambdas/core/store/dynamo-ledger.ts'
import { aClaim, aProposition, aStoredArticle } from '../../support/records.ts'
import { startTable, type TestTable } from '../../support/table.ts'

let engine: TestTable
let ledger: DynamoLedger
let run = 0
let topic: string

beforeAll(async () => {
  engine = await startTable()
  ledger = new DynamoLedger(engine.table)
})
beforeEach(() => {
  topic = `topic-${run++}`
})
afterAll(() => engine.close())

const article = (id: string, given: Parameters<typeof aStoredArticle>[0] = {}) =>
  aStoredArticle({ id, claims: [aClaim({ id: `c_${id}`, topics: [topic] })], ...given })
const submit = (stored: ReturnType<typeof article>, backfill = false) =>
  rule(ledger, { article: stored, topic, backfill, earlier: null, later: null })

describe('a ruling', () => {
  it('alerts on the first article with a claim and not on the second', async () => {
    const first = await submit(article('first'))
    expect(first).toMatchObject({ status: 'pending', claims: [{ verdict: 'new', alerted: true, outlets: 1 }] })
    const second = await submit(article('second', { at: '2023-09-25T00:00:00.000Z' }))
    expect(second).toMatchObject({ status: 'silent', claims: [{ verdict: 'repeat', alerted: false, root: 'c_first' }] })
    expect(second.claims[0]!.ref).toMatchObject({ id: 'c_first', outlet: 'Example Wire' })
  })

  it('knows what people were told of lately, also where its own keys don’t lead there', async () => {
    const first = await submit(article('told'))
    await ledger.markSent(first)
    for (const key of filingKeys(first.claims.map(claim => claim.proposition)))
      for (const item of await engine.table.all(`KEY#${topic}#${key}`, true)) await engine.table.delete(item)
    expect(await submit(article('echo', { at: '2023-09-25T00:00:00.000Z' }))).toMatchObject({ status: 'silent' })
  })

  it('stands: the same article is judged once however often it comes', async () => {
    const stored = article('again')
    const ruling = await submit(stored)
    await submit(article('between', { at: '2023-09-23T00:00:00.000Z' }))
    expect(await submit(stored)).toEqual(ruling)
  })

  it('is filed in full when a crash cut the first try off behind it', async () => {
    const stored = article('crashed')
    const ruling = await submit(stored)
    const keys = filingKeys(ruling.claims.map(claim => claim.proposition))
    for (const key of keys) {
      for (const item of await engine.table.all(`KEY#${topic}#${key}`, true)) await engine.table.delete(item)
    }
    expect(await submit(stored)).toEqual(ruling)
    expect((await ledger.related(topic, keys, 5)).map(({ id }) => id)).toEqual([ruling.id])
  })

  it('takes a claim that an article makes twice as one', async () => {
    const claims = [aClaim({ id: 'c_once', topics: [topic] }), aClaim({ id: 'c_twice', topics: [topic] })]
    const ruling = await submit(article('double', { claims }))
    expect(ruling.claims.map(({ verdict }) => verdict)).toEqual(['new', 'repeat'])
  })

  it('keeps a backfill without an alert, and it counts as known from then on', async () => {
    expect(await submit(article('old'), true)).toMatchObject({ status: 'silent', claims: [{ verdict: 'new' }] })
    expect(await submit(article('later'))).toMatchObject({ status: 'silent', claims: [{ verdict: 'repeat' }] })
  })

  it('never alerts on history, questions or what-ifs', async () => {
    for (const given of [{ background: true }, { modality: 'question' }, { modality: 'hypothetical' }] as const) {
      topic = `topic-${run++}`
      const claims = [aClaim({ topics: [topic], ...given })]
      expect((await submit(article('quiet', { claims }))).status).toBe('silent')
    }
  })

  it('judges only the claims of its topic', async () => {
    const claims = [aClaim({ id: 'c_here', topics: [topic] }), aClaim({ id: 'c_there', topics: ['other'] })]
    expect((await submit(article('mixed', { claims }))).claims.map(({ id }) => id)).toEqual(['c_here'])
  })

  const counted = (id: string, value: number, at: string) => {
    const stored = article(id, { at })
    const figures = [{ value, unit: 'person', kind: 'displaced' as const }]
    const words = `${value} person had cross the border through the corridor`
    stored.propositions[`c_${id}`] = aProposition({ figures, words, actions: ['+cross'] })
    return stored
  }

  it('lets no older article that comes late bring a newer figure up to date', async () => {
    await submit(counted('night', 1050, '2023-09-24T20:00:00.000Z'))
    const late = await submit(counted('noon', 377, '2023-09-24T12:00:00.000Z'))
    expect(late).toMatchObject({ status: 'silent', claims: [{ verdict: 'repeat', root: 'c_night' }] })
    const next = await submit(counted('morning', 6650, '2023-09-25T08:00:00.000Z'))
    expect(next.claims[0]!.because).toBe('new figure from the same source: 6,650, was 1,050 on 24 Sep')
  })

  it('tells a figure that only an older article had as soon as a newer one has it', async () => {
    await submit(counted('afternoon', 2900, '2023-09-24T15:00:00.000Z'))
    const noon = await submit(counted('noon', 6650, '2023-09-24T12:00:00.000Z'))
    expect(noon).toMatchObject({ status: 'silent', claims: [{ verdict: 'repeat' }] })
    const morning = await submit(counted('morning', 6650, '2023-09-25T08:00:00.000Z'))
    expect(morning.claims[0]).toMatchObject({
      verdict: 'update',
      because: 'new figure from the same source: 6,650, was 2,900 on 24 Sep',
    })
  })

  it('tells no figure again that an older article had and the newer one replaced', async () => {
    await submit(counted('night', 1050, '2023-09-24T20:00:00.000Z'))
    await submit(counted('noon', 377, '2023-09-24T12:00:00.000Z'))
    const slow = await submit(counted('slow', 377, '2023-09-25T08:00:00.000Z'))
    expect(slow).toMatchObject({ status: 'silent', claims: [{ verdict: 'repeat' }] })
  })

  it('counts a second outlet with its own text, and not a wire copy', async () => {
    await submit(article('one'))
    const copy = article('copy', { at: '2023-09-25T00:00:00.000Z' })
    copy.extraction.article.source = 'Copying Post'
    const own = article('own', { at: '2023-09-26T00:00:00.000Z', fingerprint: 'ffffffffffffffff' })
    own.extraction.article.source = 'Own Reporting'
    expect((await submit(copy)).claims[0]!.outlets).toBe(1)
    expect((await submit(own)).claims[0]!.outlets).toBe(2)
  })

  it('says something else of another action', async () => {
    await submit(article('open'))
    const shut = article('shut')
    shut.propositions.c_shut = aProposition({ actions: ['bomb'], objects: ['hospital'], words: 'hospital bomb night' })
    expect((await submit(shut)).claims[0]!.verdict).toBe('new')
  })
})
