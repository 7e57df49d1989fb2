import { describe, expect, it } from 'vitest'
import { withChecks } from '../../lambdas/ingest/check-requests.ts'
import { anSqsEvent, anSqsRecord } from '../support/records.ts'
import { aTopic } from '../support/topics.ts'

const handler = withChecks(async (event: unknown) => ({ batch: event }))
const check = (file: string) => handler({ checkTopic: file })

describe('ingest, asked to check a topic file', () => {
  it('runs the examples and finds nothing wrong with a good one', async () => {
    expect(await check(JSON.stringify(aTopic()))).toEqual({ problems: [] })
  })

  it('names line and reason where an example comes out otherwise', async () => {
    const file = JSON.stringify(aTopic({ examples: { matches: ['It rained.'], ignores: [] } }), null, 2)
    const line = file.split('\n').findIndex(text => text.includes('It rained')) + 1
    expect(await check(file)).toEqual({ problems: [{ line, reason: expect.stringContaining('"It rained."') }] })
  })

  it('works on batches as ever', async () => {
    for (const event of [anSqsEvent(), anSqsEvent(anSqsRecord('{"checkTopic":"{}"}'))]) {
      expect(await handler(event)).toEqual({ batch: event })
    }
  })
})
