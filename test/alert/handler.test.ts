import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../lambdas/alert/handler.ts'
import { headOf } from '../../lambdas/core/ledger/rule.ts'
import { unmeasured } from '../../lambdas/core/metrics.ts'
import { SnsPublisher } from '../../lambdas/core/notify/sns-publisher.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { DynamoNotes } from '../../lambdas/core/store/dynamo-notes.ts'
import { aClaim, anSqsEvent, anSqsRecord, aProposition, aStoredArticle } from '../support/records.ts'
import { startTableFor } from '../support/table.ts'

const sns = mockClient(SNSClient)
let engine: Awaited<ReturnType<typeof startTableFor>>
let articles: DynamoArticleStore
let ledger: DynamoLedger
let run = 0
let topic: string

beforeAll(async () => {
  engine = await startTableFor('Alert')
  articles = new DynamoArticleStore(engine.table)
  ledger = new DynamoLedger(engine.table)
})
beforeEach(() => {
  sns.reset()
  topic = `topic-${run++}`
})
afterAll(() => engine.close())

const watched = { find: async () => ({ since: null }) }
const silent = { info: () => {}, error: () => {} }
const handlerWith = (given: Partial<Parameters<typeof createHandler>[0]> = {}) => {
  const publisher = new SnsPublisher(
    new SNSClient({ region: 'eu-central-1' }),
    'arn:aws:sns:eu-central-1:000000000000:alerts',
  )
  return createHandler({
    articles: new DynamoArticleStore(engine.granted),
    ledger: new DynamoLedger(engine.granted),
    notes: new DynamoNotes(engine.granted),
    publisher,
    topics: watched,
    log: silent,
    metrics: unmeasured,
    ...given,
  })
}
async function stored(id: string): Promise<ReturnType<typeof aStoredArticle>> {
  const article = aStoredArticle({ id, claims: [aClaim({ id: `c_${id}`, topics: [topic] })] })
  await articles.put(article)
  return article
}
const submitted = (articleId: string, given = {}) =>
  anSqsRecord(
    { articleId, revision: 'r1', topic, backfill: false, ...given },
    { messageId: articleId, attributes: { ...anSqsRecord('').attributes, MessageGroupId: topic } },
  )
const published = () =>
  sns.commandCalls(PublishCommand).map(({ args }) => JSON.parse(JSON.parse(args[0].input.Message!).default))

describe('alert', () => {
  it('publishes a new claim for people and for machines, and marks it as sent', async () => {
    const article = await stored('road')
    expect(await handlerWith()(anSqsEvent(submitted('road')))).toEqual({ batchItemFailures: [] })
    const [call] = sns.commandCalls(PublishCommand)
    expect(call!.args[0].input).toMatchObject({
      MessageStructure: 'json',
      Subject: '[topic-0] 1 new claim: The road opens',
    })
    expect(Object.keys(JSON.parse(call!.args[0].input.Message!))).toEqual(['default', 'email', 'sms'])
    expect((await ledger.ruling(topic, headOf(article)))?.status).toBe('sent')
  })

  it('publishes nothing for a message that comes again', async () => {
    await stored('again')
    const handler = handlerWith()
    await handler(anSqsEvent(submitted('again')))
    await handler(anSqsEvent(submitted('again')))
    expect(published()).toHaveLength(1)
  })

  it('publishes nothing for a message that comes again long after, behind others, as when FIFO has forgotten it', async () => {
    for (const id of ['early', 'between']) await stored(id)
    const handler = handlerWith()
    for (const id of ['early', 'between', 'early']) {
      const message = submitted(id)
      expect(await handler(anSqsEvent({ ...message, messageId: `${id}-${run++}` }))).toEqual({ batchItemFailures: [] })
    }
    expect(published().map(({ article }) => article.id)).toEqual(['early'])
    expect((await ledger.listRulings(topic, { limit: 9 })).items).toHaveLength(2)
  })

  it('publishes the same alert again when the publish failed', async () => {
    await stored('flaky')
    const handler = handlerWith()
    sns.on(PublishCommand).rejectsOnce(new Error('down')).resolves({})
    expect(await handler(anSqsEvent(submitted('flaky')))).toEqual({ batchItemFailures: [{ itemIdentifier: 'flaky' }] })
    expect(await handler(anSqsEvent(submitted('flaky')))).toEqual({ batchItemFailures: [] })
    const ids = published().map(({ id }) => id)
    expect(ids).toEqual([ids[0], ids[0]])
  })

  it('repeats the alert under the same id when the crash came between publish and mark', async () => {
    await stored('crash')
    const markSent = () => Promise.reject(new Error('crash'))
    const broken = Object.assign(Object.create(ledger) as DynamoLedger, { markSent })
    await handlerWith({ ledger: broken })(anSqsEvent(submitted('crash')))
    await handlerWith()(anSqsEvent(submitted('crash')))
    const alerts = published()
    expect(alerts).toHaveLength(2)
    expect(alerts[1]).toEqual(alerts[0])
  })

  it('holds back what follows a failure in its topic, and nothing else', async () => {
    for (const id of ['first', 'second']) await stored(id)
    const other = submitted('elsewhere', { topic: 'elsewhere' })
    other.attributes.MessageGroupId = 'elsewhere'
    await articles.put(aStoredArticle({ id: 'elsewhere', claims: [aClaim({ topics: ['elsewhere'] })] }))
    sns.on(PublishCommand).rejectsOnce(new Error('down')).resolves({})
    const answer = await handlerWith()(anSqsEvent(submitted('first'), submitted('second'), other))
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'first' }, { itemIdentifier: 'second' }] })
    expect(published().at(-1).article.id).toBe('elsewhere')
  })

  it('keeps the message of an article that is not stored', async () => {
    expect(await handlerWith()(anSqsEvent(submitted('missing')))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'missing' }],
    })
  })

  it('keeps a message that it can’t read', async () => {
    const garbled = anSqsRecord('{"articleId": 3}', { messageId: 'garbled' })
    expect(await handlerWith()(anSqsEvent(garbled))).toEqual({ batchItemFailures: [{ itemIdentifier: 'garbled' }] })
  })

  it('marks the alert of a later text as a correction', async () => {
    await stored('revised')
    const claims = [aClaim({ id: 'c_new', topics: [topic] })]
    const later = aStoredArticle({ id: 'revised', revision: 'r2', at: '2023-09-26T00:00:00.000Z', claims })
    await articles.put(later)
    await handlerWith()(anSqsEvent(submitted('revised', { revision: 'r2' })))
    expect(published()[0].correction).toBe(true)
  })

  it('tells what a later text no longer claims', async () => {
    await stored('withdrawn')
    await handlerWith()(anSqsEvent(submitted('withdrawn')))
    const claims = [aClaim({ id: 'c_other', topics: [topic] })]
    const later = aStoredArticle({ id: 'withdrawn', revision: 'r2', at: '2023-09-26T00:00:00.000Z', claims })
    const other = { actions: ['+bomb'], actors: ['army'], objects: ['hospit'], words: 'army bomb hospit night' }
    later.propositions.c_other = aProposition(other)
    await articles.put(later)
    await handlerWith()(anSqsEvent(submitted('withdrawn', { revision: 'r2' })))
    const alert = published().at(-1)
    expect(alert.withdrawn).toMatchObject([{ id: 'c_withdrawn', outlet: 'Example Wire' }])
    expect(alert.claims).toMatchObject([{ id: 'c_other' }])
  })

  it('judges in silence, under a topic that somebody added, what is from before it', async () => {
    await stored('old')
    const topics = { find: async () => ({ since: '2023-10-01T00:00:00.000Z' }) }
    expect(await handlerWith({ topics })(anSqsEvent(submitted('old')))).toEqual({ batchItemFailures: [] })
    expect(published()).toEqual([])
    const [ruling] = (await ledger.listRulings(topic, { limit: 1 })).items
    expect(ruling!.item).toMatchObject({ status: 'silent', claims: [{ verdict: 'new', alerted: false }] })
  })

  it('judges nothing more under a topic that was removed, but tells what was judged before', async () => {
    for (const id of ['judged', 'late']) await stored(id)
    sns.on(PublishCommand).rejectsOnce(new Error('down')).resolves({})
    await handlerWith()(anSqsEvent(submitted('judged')))
    const topics = { find: async () => null }
    expect(await handlerWith({ topics })(anSqsEvent(submitted('judged'), submitted('late')))).toEqual({
      batchItemFailures: [],
    })
    expect(published().map(({ article }) => article.id)).toEqual(['judged', 'judged'])
    expect((await ledger.listRulings(topic, { limit: 9 })).items).toHaveLength(1)
  })

  const later = { revision: 'r2', at: '2023-09-26T00:00:00.000Z' }

  it('tells in one alert what a later text dropped together with its topic', async () => {
    await stored('dropped')
    await handlerWith()(anSqsEvent(submitted('dropped')))
    await articles.put(aStoredArticle({ id: 'dropped', claims: [], ...later }))
    const message = submitted('dropped', { revision: 'r2' })
    await handlerWith()(anSqsEvent(message, message))
    expect(published()).toHaveLength(2)
    expect(published()[1]).toMatchObject({ correction: true, claims: [], withdrawn: [{ id: 'c_dropped' }] })
  })

  it('withdraws nothing that nobody was told', async () => {
    await stored('history')
    await handlerWith()(anSqsEvent(submitted('history', { backfill: true })))
    await articles.put(aStoredArticle({ id: 'history', claims: [], ...later }))
    await handlerWith()(anSqsEvent(submitted('history', { revision: 'r2' })))
    expect(published()).toEqual([])
  })

  it('is silent on a text whose correction was judged before it', async () => {
    await articles.put(aStoredArticle({ id: 'overtaken', claims: [], ...later }))
    await handlerWith()(anSqsEvent(submitted('overtaken', { revision: 'r2' })))
    const first = await stored('overtaken')
    await handlerWith()(anSqsEvent(submitted('overtaken')))
    expect(published()).toEqual([])
    expect((await ledger.ruling(topic, headOf(first)))?.claims).toMatchObject([{ verdict: 'new', alerted: false }])
  })
})
