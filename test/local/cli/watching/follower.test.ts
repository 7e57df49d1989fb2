import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../../lambdas/api/app.ts'
import { connect } from '../../../../local/cli/http/client.ts'
import { Unreachable } from '../../../../local/cli/http/send.ts'
import type { Io } from '../../../../local/cli/io.ts'
import type { AlertItem } from '../../../../local/cli/queries/types.ts'
import type { Listed } from '../../../../local/cli/queries/walk.ts'
import { MemoryLedger } from '../../../../local/cli/replay/memory-ledger.ts'
import { Follower } from '../../../../local/cli/watching/follower.ts'
import { apiDeps } from '../../../support/api.ts'
import { aHead, aRuling } from '../../../support/records.ts'

/** Stores an alert on an article of so many minutes past some midnight. */
const arrive = (ledger: MemoryLedger, id: string, minute: number) => {
  const at = new Date(Date.UTC(2023, 8, 20, 0, minute)).toISOString()
  return ledger.keep(aRuling({ id, article: aHead({ id, at, publishedAt: at }), status: 'sent' }), [])
}

describe('following alerts', () => {
  it('shows each that comes once, wherever its article stands in time, also where looks fail in between', async () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 30 })
    const looks = fc.array(fc.tuple(arrivals, fc.integer({ min: 0, max: 3 })), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 250 }), looks, async (before, steps) => {
        const ledger = new MemoryLedger()
        for (let i = 0; i < before; i++) await arrive(ledger, `old-${i}`, i * 40)
        const app = createApp(apiDeps({ ledger }))
        let failAt = 0
        const fetch: typeof globalThis.fetch = async input => {
          if (--failAt === 0) throw new TypeError('fetch failed')
          return app.request(String(input))
        }
        const io = { fetch, env: {}, signal: new AbortController().signal, now: () => new Date() } as unknown as Io
        const client = connect(io, {})
        const follower = new Follower(async page => (await client.get('/v1/alerts', page)) as Listed<AlertItem>)
        const shown: string[] = []
        const look = async () => shown.push(...(await follower.look()).map(({ id }) => id))
        while (!follower.ready) await look()
        const came: string[] = []
        for (const [minutes, failing] of steps) {
          for (const minute of minutes) {
            came.push(`new-${came.length}`)
            await arrive(ledger, came.at(-1)!, minute)
          }
          failAt = failing
          await look().catch(error => expect(error).toBeInstanceOf(Unreachable))
        }
        failAt = 0
        // Twice through all of the list: one sweep may have passed where the last ones came.
        for (let i = 0; i < 2 * Math.ceil((before + came.length) / 100) + 1; i++) await look()
        expect(shown.sort()).toEqual(came.sort())
      }),
      { numRuns: 15 },
    )
  })
})
