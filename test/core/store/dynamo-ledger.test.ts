import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DynamoLedger } from '../../../lambdas/core/store/dynamo-ledger.ts'
import { aHead, aRuling } from '../../support/records.ts'
import { startTable, type TestTable } from '../../support/table.ts'

let engine: TestTable
let ledger: DynamoLedger

beforeAll(async () => {
  engine = await startTable()
  ledger = new DynamoLedger(engine.table)
})
afterAll(() => engine.close())

const dayOf = (day: number) => `2023-09-${day}T00:00:00.000Z`
const ids = async (keys: string[], most = 20, from = ledger) => {
  const rulings = await from.related('corridor', keys, most)
  return rulings.map(({ article }) => article.id)
}

describe('the ledger', () => {
  it('keeps the first ruling of an article, revision and topic', async () => {
    const ruling = aRuling()
    await ledger.keep(ruling, [])
    await ledger.keep({ ...ruling, claims: [] }, [])
    expect(await ledger.ruling('corridor', ruling.article)).toEqual(ruling)
    expect(await ledger.ruling('talks', ruling.article)).toBeNull()
    expect(await ledger.ruling('corridor', aHead({ revision: 'r2' }))).toBeNull()
  })

  it('remembers that an alert was sent, by the article and in the list', async () => {
    const ruling = aRuling({ topic: 'sent' })
    await ledger.keep(ruling, [])
    await ledger.markSent(ruling)
    expect((await ledger.ruling('sent', ruling.article))?.status).toBe('sent')
    await ledger.keep(aRuling({ topic: 'sent', article: aHead({ id: 'unsent' }) }), [])
    const { items } = await ledger.listRulings('sent', { limit: 10 })
    expect(items.map(({ item }) => [item.article.id, item.status])).toEqual([
      ['unsent', 'pending'],
      ['road', 'sent'],
    ])
  })

  it('finds a ruling under each of its keys, once', async () => {
    const ruling = aRuling({ article: aHead({ id: 'found' }) })
    await ledger.keep(ruling, ['bridge', 'ferry'])
    await ledger.keep(ruling, ['bridge', 'ferry'])
    expect(await ledger.related('corridor', ['ferry'], 5)).toEqual([ruling])
    expect(await ids(['bridge', 'ferry', 'truce'])).toEqual(['found'])
  })

  it('passes over a ruling that is filed and does not stand yet', async () => {
    const cutOff = aRuling({ article: aHead({ id: 'cut-off', at: dayOf(25) }) })
    await ledger.keep(cutOff, ['canal'])
    await engine.table.delete({ pk: 'RULINGS#corridor', sk: `${dayOf(25)}#cut-off#r1` })
    await ledger.keep(aRuling({ article: aHead({ id: 'standing', at: dayOf(24) }) }), ['canal'])
    expect(await ids(['canal'], 1, new DynamoLedger(engine.table))).toEqual(['standing'])
  })

  it('reads a ruling once, and none that it kept: they can not change', async () => {
    await ledger.keep(aRuling({ article: aHead({ id: 'held', at: dayOf(26) }) }), ['held'])
    const other = new DynamoLedger(engine.table)
    expect(await ids(['held'], 5, other)).toEqual(['held'])
    await engine.table.delete({ pk: 'RULINGS#corridor', sk: `${dayOf(26)}#held#r1` })
    expect([await ids(['held']), await ids(['held'], 5, other)]).toEqual([['held'], ['held']])
    expect(await ids(['held'], 5, new DynamoLedger(engine.table))).toEqual([])
  })

  it('finds what people were told of lately, whatever it is filed under', async () => {
    for (const [id, day] of [
      ['a', 20],
      ['b', 22],
      ['c', 24],
      ['d', 26],
    ] as const) {
      const ruling = aRuling({ topic: 'lately', article: aHead({ id, at: dayOf(day) }) })
      await ledger.keep(ruling, [])
      if (id !== 'b') await ledger.markSent(ruling)
    }
    const told = await new DynamoLedger(engine.table).told('lately', dayOf(25), 5)
    expect(told.map(({ article }) => article.id)).toEqual(['c', 'a'])
    expect((await ledger.told('lately', dayOf(25), 1)).map(({ article }) => article.id)).toEqual(['c'])
    expect(await ledger.told('elsewhere', dayOf(25), 5)).toEqual([])
  })

  it('keeps topics apart', async () => {
    await ledger.keep(aRuling({ article: aHead({ id: 'apart' }) }), ['apart'])
    expect(await ledger.related('talks', ['apart'], 5)).toEqual([])
  })

  it('reads those first that share the most keys, then the latest', async () => {
    const keep = (id: string, day: number, keys: string[]) =>
      ledger.keep(aRuling({ article: aHead({ id, at: dayOf(day) }) }), keys)
    await keep('old-both', 10, ['x', 'y'])
    await keep('new-one', 12, ['x'])
    await keep('newer-one', 13, ['y'])
    expect(await ids(['x', 'y'])).toEqual(['old-both', 'newer-one', 'new-one'])
    expect(await ids(['x', 'y'], 2)).toEqual(['old-both', 'newer-one'])
  })

  it('reads only the latest under a key, however many there are', async () => {
    for (let day = 10; day < 30; day++) {
      await ledger.keep(aRuling({ article: aHead({ id: `crowd-${day}`, at: dayOf(day) }) }), ['crowd'])
    }
    const found = await ids(['crowd'], 100)
    expect(found[0]).toBe('crowd-29')
    expect(found).toHaveLength(16)
  })
})
