import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DynamoLedger } from '../../../lambdas/core/store/dynamo-ledger.ts'
import { aHead, aJudgedClaim, aRuling } from '../../support/records.ts'
import { type SubscriptionsApi, startSubscriptionsApi } from '../../support/subscriptions-api.ts'
import { startTableFor } from '../../support/table.ts'
import { runCli } from './run-cli.ts'

let engine: Awaited<ReturnType<typeof startTableFor>>
let api: SubscriptionsApi
const cli = (args: string[], given: Parameters<typeof runCli>[1] = {}) =>
  runCli(args, { fetch: async (input, init) => api.app.request(String(input), init), ...given })
const json = async (...args: string[]) => JSON.parse((await cli([...args, '--json'])).stdout)

beforeAll(async () => {
  engine = await startTableFor('Api')
  api = await startSubscriptionsApi(engine.granted, { info: () => {}, error: message => expect.fail(message) })
  const ledger = new DynamoLedger(engine.table)
  for (let day = 1; day <= 8; day++) {
    const at = `2023-09-0${day}T10:00:00.000Z`
    const claims = [aJudgedClaim({ verdict: day > 6 ? 'update' : 'new' })]
    await ledger.keep(
      aRuling({ id: `al_${day}`, article: aHead({ id: `day-${day}`, at }), claims, status: 'sent' }),
      [],
    )
  }
})
afterAll(async () => {
  await api.cloud.close()
  await engine.close()
})

describe('subscribe', () => {
  it('tells how many alerts it would have brought, asks, and subscribes on yes', async () => {
    const args = [
      'subscribe',
      'you@example.org',
      '--topic',
      'corridor,talks',
      '--verdict',
      'new',
      '--until',
      '2023-09-20',
    ]
    const no = await cli(args, { answers: true, stdin: 'n\n' })
    expect(no).toMatchObject({ code: 1, stdout: '' })
    expect(no.stderr).toContain('From 21 Aug 2023 to 20 Sep 2023 it would have brought 6 alerts, about 1 a week.')
    expect(no.stderr).toContain('[corridor] The road opens, 6 Sep 2023')
    expect(no.stderr).toContain('Send them to you@example.org? [y/N] Nothing was subscribed.')
    expect(await json('subscriptions')).toEqual({ items: [] })

    const yes = await cli([...args, '--note', 'Road desk'], { answers: true, stdin: 'yes\n' })
    expect(yes.code).toBe(0)
    expect(yes.stdout).toMatch(/^Subscription [\w-]+: confirmed\n {2}to {6}email you@example.org\n/)
    expect(yes.stdout).toContain('  gets    topic corridor or talks; verdict new\n  note    Road desk\n')
    expect(yes.stdout).toContain('15 minutes')
  })

  it('subscribes nobody where the answer ends', async () => {
    expect(await cli(['subscribe', 'a@b.org'], { answers: true })).toMatchObject({ code: 1, stdout: '' })
  })

  it.each([
    ['https://hooks.example.org/in', 'https'],
    ['arn:aws:sqs:us-east-1:000000000000:mine', 'sqs'],
    ['+37410123456', 'sms'],
    ['reader@example.org', 'email'],
  ])('knows what %s is', async (address, protocol) => {
    expect(await json('subscribe', address, '--yes')).toMatchObject({ protocol, address, filter: {} })
  })

  it('only estimates where that is asked', async () => {
    const { stdout } = await cli(['subscribe', '--estimate', '--q', 'road', '--until', '2023-09-20'])
    expect(stdout).toContain('it would have brought 8 alerts, about 2 a week.')
    expect(await json('subscribe', '--estimate', '--topic', 'talks')).toMatchObject({ alerts: 0, isLowerBound: false })
  })

  it('passes on what the API can’t do, as a wrong command line', async () => {
    const words = await cli(['subscribe', 'new@example.org', '--q', 'two words', '--yes'])
    expect(words).toMatchObject({ code: 2, stdout: '' })
    expect(words.stderr).toContain('must be one word')
    const again = await cli(['subscribe', 'reader@example.org', '--topic', 'talks', '--yes'])
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('PUT /v1/subscriptions/')
  })

  it('changes a filter or a note, and takes the filter away', async () => {
    const { id } = await json('subscribe', 'change@example.org', '--yes')
    expect(await json('subscribe', '--change', id, '--verdict', 'new,update')).toMatchObject({
      filter: { verdict: ['new', 'update'] },
      note: null,
    })
    expect(await json('subscribe', '--change', id, '--note', 'Mine')).toMatchObject({
      filter: { verdict: ['new', 'update'] },
      note: 'Mine',
    })
    expect(await json('subscribe', '--change', id, '--all')).toMatchObject({ filter: {}, note: 'Mine' })
    expect(await json('subscribe', '--change', id, '--no-note')).toMatchObject({ filter: {}, note: null })
  })
})

describe('subscriptions and unsubscribe', () => {
  it('list them, show one, and end it', async () => {
    const { id } = await json('subscribe', 'ending@example.org', '--entity', 'place:baku', '--yes')
    const { stdout } = await cli(['subscriptions'])
    expect(stdout).toMatch(/^Id +Status +To +Gets +Note\n/)
    expect(stdout).toMatch(new RegExp(`^${id} +confirmed +email ending@example.org +entity place:baku`, 'm'))
    expect((await cli(['subscriptions', id])).stdout).toContain('gets    entity place:baku')
    expect(await cli(['unsubscribe', id])).toMatchObject({ code: 0, stdout: `Subscription ${id} is ended.\n` })
    expect(await cli(['subscriptions', id])).toMatchObject({ code: 1, stdout: '' })
    expect((await cli(['unsubscribe', id])).stderr).toContain('There is no subscription')
  })
})
