import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  NoSuchKey,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { revisionOf } from '../../lambdas/core/article/identity.ts'
import { SqsClaimsQueue } from '../../lambdas/core/claims/sqs-claims-queue.ts'
import { unmeasured } from '../../lambdas/core/metrics.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { S3Uploads } from '../../lambdas/core/uploads/s3-uploads.ts'
import { createHandler } from '../../lambdas/ingest/handler.ts'
import { timeLimit } from '../../lambdas/ingest/time-limit.ts'
import { aClaim, anSqsEvent, anSqsRecord, aStoredArticle } from '../support/records.ts'
import { startTableFor } from '../support/table.ts'
import { watching } from '../support/topics.ts'
import { unlimited } from '../support/unlimited.ts'

const s3 = mockClient(S3Client)
const sqs = mockClient(SQSClient)
let engine: Awaited<ReturnType<typeof startTableFor>>
let articles: DynamoArticleStore
let lines: string[]

beforeAll(async () => {
  engine = await startTableFor('Ingest')
  articles = new DynamoArticleStore(engine.table)
})
beforeEach(() => {
  s3.reset()
  sqs.reset()
  sqs.on(SendMessageBatchCommand).resolves({})
  lines = []
})
afterAll(() => engine.close())

const handle = (...bodies: unknown[]) => handleIn(unlimited, ...bodies)
const handleIn = (limit: typeof unlimited, ...bodies: unknown[]) => {
  const log = (message: string, details = {}) => lines.push(JSON.stringify({ message, ...details }))
  const handler = createHandler({
    timeLimit: limit,
    articles: new DynamoArticleStore(engine.granted),
    uploads: new S3Uploads(new S3Client({ region: 'eu-central-1' }), 'uploads'),
    claims: new SqsClaimsQueue(new SQSClient({ region: 'eu-central-1' }), 'https://sqs.example.org/claims.fifo'),
    topics: watching([]),
    log: { info: log, error: log },
    metrics: unmeasured,
  })
  return handler(anSqsEvent(...bodies.map((body, i) => anSqsRecord(body, { messageId: `m${i}` }))))
}
const notification = (key: string, versionId = 'v1') => ({
  Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key, versionId } } }],
})
const upload = (body: string | Uint8Array, given: Partial<GetObjectCommandOutput> = {}) => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const Body = {
    transformToByteArray: async () => bytes,
    destroy: () => {},
  } as unknown as GetObjectCommandOutput['Body']
  return { Body, ContentLength: bytes.length, LastModified: new Date('2023-09-24T11:00:00Z'), ...given }
}
/** The messages that were handed on, in order. */
const handedOn = () => sqs.commandCalls(SendMessageBatchCommand).flatMap(({ args }) => args[0].input.Entries!)
const bodies = () => handedOn().map(({ MessageBody }) => JSON.parse(MessageBody!))
const s3Error = (name: string) => new S3ServiceException({ name, $fault: 'client', $metadata: {} })
const NOTHING_FAILED = { batchItemFailures: [] }

describe('ingest', () => {
  it('reads the version that it was told of, under the key decoded', async () => {
    s3.on(GetObjectCommand).resolves(upload('The road is open.', { Metadata: { id: 'decoded' } }))
    expect(await handle(notification('articles/the+road+%28new%29.txt'))).toEqual(NOTHING_FAILED)
    expect(s3.commandCalls(GetObjectCommand)[0]!.args[0].input).toMatchObject({
      Key: 'articles/the road (new).txt',
      VersionId: 'v1',
    })
    expect((await articles.get('decoded'))?.extraction.article.text).toBe('The road is open.')
  })

  it('passes over the test event that S3 sends first', async () => {
    expect(await handle({ Service: 'Amazon S3', Event: 's3:TestEvent' })).toEqual(NOTHING_FAILED)
  })

  it('answers an empty batch with no failures', async () => {
    expect(await handle()).toEqual(NOTHING_FAILED)
  })

  it('keeps a message whose body is no notification', async () => {
    expect(await handle('not json')).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
  })

  it.each([NoSuchKey.name, 'NoSuchVersion'])('lets an upload go that was deleted meanwhile (%s)', async name => {
    const error = name === 'NoSuchKey' ? new NoSuchKey({ message: '', $metadata: {} }) : s3Error(name)
    s3.on(GetObjectCommand).rejects(error)
    expect(await handle(notification('articles/gone.txt'))).toEqual(NOTHING_FAILED)
  })

  it.each(['SlowDown', 'AccessDenied', 'InternalError'])('tries again after %s', async name => {
    s3.on(GetObjectCommand).rejects(s3Error(name))
    expect(await handle(notification('articles/x.txt'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
  })

  it('records a bad upload as rejected, with the reason, and does not try again', async () => {
    s3.on(GetObjectCommand).resolves(upload(new Uint8Array([0xff, 0xfe, 0xfd])))
    expect(await handle(notification('articles/bad.txt'))).toEqual(NOTHING_FAILED)
    const [rejected] = (await articles.listRejected({ limit: 1 })).items
    expect(rejected!.item).toMatchObject({
      key: 'articles/bad.txt',
      code: 'not-utf8',
      uploadedAt: '2023-09-24T11:00:00.000Z',
    })
  })

  it('stores of an article that takes too long what was read by then, marked, and leaves it at that', async () => {
    const text = 'Envoys said the talks had failed.\n\nResidents said the road was closed.'
    s3.on(GetObjectCommand).resolves(upload(text, { Metadata: { id: 'slow' } }))
    expect(await handleIn(timeLimit(0), notification('articles/slow.txt'))).toEqual(NOTHING_FAILED)
    expect(await handle(notification('articles/slow.txt'))).toEqual(NOTHING_FAILED)
    const { extraction } = (await articles.get('slow'))!
    expect(extraction).toMatchObject({ article: { text }, partial: { readTo: text.indexOf('Residents') } })
    expect(extraction.claims.map(({ content }) => content.text)).toEqual(['the talks had failed'])
    expect(lines.filter(line => line.includes('"partial":true'))).toHaveLength(1)
  })

  it('does not read an upload over the limit', async () => {
    s3.on(GetObjectCommand).resolves(upload('', { ContentLength: 5_000_000 }))
    await handle(notification('articles/large.txt'))
    const items = (await articles.listRejected({ limit: 10 })).items.map(({ item }) => item)
    expect(items).toContainEqual(expect.objectContaining({ key: 'articles/large.txt', code: 'too-large' }))
  })

  it('does the good ones of a batch with a bad one among them', async () => {
    s3.on(GetObjectCommand).callsFake(({ Key }) => {
      if (Key === 'articles/down.txt') throw s3Error('SlowDown')
      return upload('The road is open.', { Metadata: { id: Key.slice(9, -4) } })
    })
    const answer = await handle(...['good-1', 'down', 'good-2'].map(name => notification(`articles/${name}.txt`)))
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] })
    expect(await articles.get('good-2')).not.toBeNull()
  })

  it('hands the claims on, one message per topic and group', async () => {
    s3.on(GetObjectCommand).resolves(upload('Kept.', { Metadata: { id: 'kept' } }))
    await handle(notification('articles/kept.txt'))
    const kept = (await articles.get('kept'))!
    const claims = [aClaim({ id: 'c_a', topics: ['corridor', 'talks'] }), aClaim({ id: 'c_b', topics: ['talks'] })]
    await articles.put(aStoredArticle({ id: 'two', text: 'Two.', claims, revision: kept.revision }))
    s3.on(GetObjectCommand).resolves(upload('Kept.', { Metadata: { id: 'two' } }))
    await handle(notification('articles/two.txt'))
    const sent = handedOn()
    expect(sqs.commandCalls(SendMessageBatchCommand)).toHaveLength(1)
    expect(sent.map(({ MessageGroupId }) => MessageGroupId)).toEqual(['corridor', 'talks'])
    expect(JSON.parse(sent[0]!.MessageBody!)).toEqual({
      articleId: 'two',
      revision: kept.revision,
      topic: 'corridor',
      backfill: false,
    })
    expect(sent[0]!.MessageDeduplicationId).not.toBe(sent[1]!.MessageDeduplicationId)
  })

  it('hands a text on under the topics that the text before it had, and a correction before what it corrects', async () => {
    s3.on(GetObjectCommand).resolves(upload('Nothing of it.', { Metadata: { id: 'dropped', published: '2023-09-25' } }))
    await handle(notification('articles/dropped.txt'))
    const { revision } = (await articles.get('dropped'))!
    expect(handedOn()).toEqual([])
    const revisions = () => bodies().map(body => body.revision)

    const old = 'It was there.'
    const oldRevision = revisionOf(old)
    await articles.put(aStoredArticle({ id: 'dropped', text: old, revision: oldRevision }))
    s3.on(GetObjectCommand).resolves(upload(old, { Metadata: { id: 'dropped', published: '2023-09-24T10:00:00Z' } }))
    await handle(notification('articles/dropped-old.txt'))
    expect(revisions()).toEqual([revision, oldRevision])

    sqs.resetHistory()
    s3.on(GetObjectCommand).resolves(upload('Nothing of it.', { Metadata: { id: 'dropped', published: '2023-09-25' } }))
    await handle(notification('articles/dropped.txt', 'v2'))
    expect(revisions()).toEqual([revision])
  })

  it('never hands a correction on as backfill because an earlier text of it is filled in', async () => {
    const later = { revision: 'later', at: '2023-09-25T00:00:00.000Z', text: 'It was open again.' }
    await articles.put(aStoredArticle({ id: 'filled-in', ...later }))
    const metadata = { id: 'filled-in', published: '2023-09-24T00:00:00Z' }
    await articles.put(aStoredArticle({ id: 'filled-in', revision: revisionOf('It was shut.'), text: 'It was shut.' }))
    s3.on(GetObjectCommand).resolves(upload('It was shut.', { Metadata: metadata }))
    await handle(notification('articles/backfill/filled-in.txt'))
    expect(bodies()).toMatchObject([{ revision: revisionOf('It was shut.'), topic: 'corridor', backfill: true }])
  })

  it.each([
    ['fails', () => sqs.on(SendMessageBatchCommand).rejects(new Error('down'))],
    [
      'takes some of the messages only',
      () =>
        sqs
          .on(SendMessageBatchCommand)
          .resolves({ Failed: [{ Id: '1', Code: 'InternalError', SenderFault: false }], Successful: [] }),
    ],
  ])('tries again where the hand-over %s, though the article is stored', async (_how, arrange) => {
    s3.on(GetObjectCommand).resolves(upload('Kept.', { Metadata: { id: 'two' } }))
    arrange()
    expect(await handle(notification('articles/two.txt'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
  })

  it('never logs a text', async () => {
    s3.on(GetObjectCommand).resolves(upload('A secret road.', { Metadata: { id: 'quiet', title: 'A secret title' } }))
    await handle(notification('articles/quiet.txt'))
    expect(lines.join('\n')).toContain('article read')
    expect(lines.join('\n')).not.toContain('secret')
  })
})
