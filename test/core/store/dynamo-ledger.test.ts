import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DynamoLedger } from '../../../lambdas/core/store/dynamo-ledger.ts'
import { aHead, anEntry, aRuling, aSighting } from '../../support/records.ts'
import { startTable, type TestTable } from '../../support/table.ts'

let engine: TestTable
let ledger: DynamoLedger

beforeAll(async () => {
  engine = await startTable()
  ledger = new DynamoLedger(engine.table)
})
afterAll(() => engine.close())

describe('the ledger', () => {
  it('keeps the first ruling of an article, revision and topic', async () => {
    const ruling = aRuling()
    await ledger.open(ruling)
    await ledger.open({ ...ruling, claims: [] })
    expect(await ledger.ruling('corridor', ruling.article)).toEqual(ruling)
    expect(await ledger.ruling('talks', ruling.article)).toBeNull()
    expect(await ledger.ruling('corridor', aHead({ revision: 'r2' }))).toBeNull()
  })

  it('remembers that an alert was sent', async () => {
    const ruling = aRuling({ article: aHead({ id: 'sent' }) })
    await ledger.open(ruling)
    await ledger.markSent(ruling)
    expect((await ledger.ruling('corridor', ruling.article))?.status).toBe('sent')
  })

  it('finds an entry under each of its keys, once', async () => {
    const entry = anEntry()
    await ledger.addEntry('corridor', entry, ['road', 'convoy'])
    await ledger.addEntry('corridor', entry, ['road', 'convoy'])
    expect(await ledger.candidates('corridor', ['convoy'])).toEqual([entry])
    expect(await ledger.candidates('corridor', ['road', 'convoy', 'truce'])).toEqual([entry])
  })

  it('keeps topics apart', async () => {
    await ledger.addEntry('corridor', anEntry({ id: 'c_2' }), ['apart'])
    expect(await ledger.candidates('talks', ['apart'])).toEqual([])
  })

  it('reads only the latest entries under a key, however many there are', async () => {
    for (let day = 10; day < 30; day++) {
      const at = `2023-09-${day}T00:00:00.000Z`
      await ledger.addEntry('corridor', anEntry({ id: `c_${day}`, at }), ['crowd'])
    }
    const found = await ledger.candidates('corridor', ['crowd'])
    expect(found.map(({ id }) => id)).toEqual(['c_29', 'c_28', 'c_27', 'c_26', 'c_25', 'c_24', 'c_23', 'c_22'])
  })

  it('gathers the sightings of a series, each article once', async () => {
    const first = aSighting({ root: 'c_9', claimId: 'c_9' })
    const second = aSighting({ root: 'c_9', claimId: 'c_10', verdict: 'repeat', at: '2023-09-25T00:00:00.000Z' })
    for (const sighting of [first, second, first]) await ledger.addSighting('corridor', sighting)
    expect(await ledger.sightings('corridor', 'c_9')).toEqual([second, first])
  })
})
