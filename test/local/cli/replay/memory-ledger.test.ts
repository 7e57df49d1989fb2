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

const at = fc.integer({ min: 1, max: 28 }).map(date => `2023-09-${String(date).padStart(2, '0')}T10:00:00.000Z`)
const id = fc.constantFrom(...'abcdefgh')
const keys = fc.uniqueArray(fc.constantFrom('road', 'convoy', 'bridge'), { minLength: 1 })
const history = fc.array(fc.record({ id, at, keys, sent: fc.boolean() }), { minLength: 1, maxLength: 12 })

describe('the ledger in memory', () => {
  it('answers as the table’s does, whatever was written in whatever order', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(history, async rulings => {
        const topic = `topic-${run++}`
        const answers = await Promise.all(
          [new MemoryLedger(), new DynamoLedger(engine.table)].map(async (ledger: Ledger) => {
            for (const { keys, sent, ...head } of rulings) {
              const ruling = aRuling({ topic, article: aHead(head) })
              await ledger.keep(ruling, keys)
              if (sent) await ledger.markSent(ruling)
            }
            return answersOf(ledger, topic)
          }),
        )
        expect(answers[0]).toEqual(answers[1])
      }),
      { numRuns: 8, endOnFailure: true },
    )
  })
})

async function answersOf(ledger: Ledger, topic: string) {
  // `more` is left out: the table says true wherever a page is full.
  const { items } = await ledger.listRulings(topic, { limit: 3, since: '2023-09-03', until: '2023-09-20' })
  const after = items.at(-1)?.key
  const related = await ledger.related(topic, ['road', 'bridge', 'unknown'], 5)
  const told = await ledger.told(topic, '2023-09-15', 4)
  return {
    told: told.map(({ article }) => `${article.at} ${article.id}`),
    related: related.map(({ article }) => `${article.at} ${article.id}`),
    ruling: await ledger.ruling(topic, aHead({ id: 'a', at: '2023-09-05T10:00:00.000Z' })),
    listed: items,
    next: after === undefined ? [] : (await ledger.listRulings(topic, { limit: 3, after })).items,
  }
}
