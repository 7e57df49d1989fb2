import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ledger } from '../../../../lambdas/core/ledger/ledger.ts'
import { DynamoLedger } from '../../../../lambdas/core/store/dynamo-ledger.ts'
import { MemoryLedger } from '../../../../local/cli/replay/memory-ledger.ts'
import { aHead, aRuling } from '../../../support/records.ts'
import { startTable, type TestTable } from '../../../support/table.ts'

let engine: TestTable
beforeAll(async () => {
  engine = await startTable()
})
afterAll(() => engine.close())

const day = fc.integer({ min: 1, max: 28 }).map(date => `2023-09-${String(date).padStart(2, '0')}T10:00:00.000Z`)
const key = fc.constantFrom('road', 'convoy', 'bridge')
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k')
const ruling = fc.record({ id: name, at: day, sent: fc.boolean(), keys: fc.uniqueArray(key) })

describe('the ledger in memory', () => {
  it('answers as the table’s does, whatever was written in whatever order', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(ruling, { maxLength: 12 }), async rulings => {
        const topic = `topic-${run++}`
        const ledgers: Ledger[] = [new MemoryLedger(), new DynamoLedger(engine.table)]
        const answers = await Promise.all(
          ledgers.map(async ledger => {
            for (const { id, at, sent, keys } of rulings) {
              const given = aRuling({ topic, article: aHead({ id, at }) })
              await ledger.keep(given, keys)
              if (sent) await ledger.markSent(given)
            }
            return answersOf(ledger, topic)
          }),
        )
        expect(answers[0]).toEqual(answers[1])
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })
})

async function answersOf(ledger: Ledger, topic: string) {
  const related = await ledger.related(topic, ['road', 'bridge', 'unknown'], 5)
  const head = aHead({ id: 'a', at: '2023-09-05T10:00:00.000Z' })
  // `more` is left out: the table says true wherever a page is full.
  const { items } = await ledger.listRulings(topic, { limit: 3, since: '2023-09-03', until: '2023-09-20' })
  const after = items.at(-1)?.key
  return {
    related: related.map(({ article }) => article),
    ruling: await ledger.ruling(topic, head),
    listed: items,
    next: after === undefined ? [] : (await ledger.listRulings(topic, { limit: 3, after })).items,
  }
}
