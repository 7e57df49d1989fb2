import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ledger } from '../../../../lambdas/core/ledger/ledger.ts'
import { DynamoLedger } from '../../../../lambdas/core/store/dynamo-ledger.ts'
import { MemoryLedger } from '../../../../local/cli/replay/memory-ledger.ts'
import { aHead, anEntry, aRuling, aSighting } from '../../../support/records.ts'
import { startTable, type TestTable } from '../../../support/table.ts'

let engine: TestTable
beforeAll(async () => {
  engine = await startTable()
})
afterAll(() => engine.close())

const day = fc.integer({ min: 1, max: 28 }).map(date => `2023-09-${String(date).padStart(2, '0')}T10:00:00.000Z`)
const key = fc.constantFrom('road', 'convoy', 'bridge')
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k')
const entry = fc.record({ id: name, at: day, keys: fc.uniqueArray(key, { minLength: 1 }) })
const sighting = fc.record({ claimId: name, at: day, root: fc.constantFrom('r1', 'r2') })
const ruling = fc.record({ id: name, at: day, sent: fc.boolean() })

describe('the ledger in memory', () => {
  it('answers as the table’s does, whatever was written in whatever order', async () => {
    let run = 0
    const history = fc.record({
      entries: fc.array(entry, { maxLength: 12 }),
      sightings: fc.array(sighting, { maxLength: 6 }),
      rulings: fc.array(ruling, { maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(history, async ({ entries, sightings, rulings }) => {
        const topic = `topic-${run++}`
        const ledgers: Ledger[] = [new MemoryLedger(), new DynamoLedger(engine.table)]
        const answers = await Promise.all(
          ledgers.map(async ledger => {
            for (const { keys, ...given } of entries) await ledger.addEntry(topic, anEntry(given), keys)
            for (const given of sightings) await ledger.addSighting(topic, aSighting(given))
            for (const { id, at, sent } of rulings) {
              const given = aRuling({ topic, article: aHead({ id, at }) })
              await ledger.open(given)
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
  const candidates = await ledger.candidates(topic, ['road', 'bridge', 'unknown'])
  const head = aHead({ id: 'a', at: '2023-09-05T10:00:00.000Z' })
  // `more` is left out: the table says true wherever a page is full.
  const { items } = await ledger.listRulings(topic, { limit: 3, since: '2023-09-03', until: '2023-09-20' })
  const after = items.at(-1)?.key
  return {
    candidates: candidates.sort((a, b) => `${a.id}${a.at}`.localeCompare(`${b.id}${b.at}`)),
    sightings: await ledger.sightings(topic, 'r1'),
    ruling: await ledger.ruling(topic, head),
    listed: items,
    next: after === undefined ? [] : (await ledger.listRulings(topic, { limit: 3, after })).items,
  }
}
