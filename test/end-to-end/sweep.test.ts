import path from 'node:path'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHandler as createAlertHandler } from '../../lambdas/alert/handler.ts'
import type { Submitted } from '../../lambdas/core/claims/claims-queue.ts'
import { unmeasured } from '../../lambdas/core/metrics.ts'
import type { Alert } from '../../lambdas/core/notify/alert.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { DynamoNotes } from '../../lambdas/core/store/dynamo-notes.ts'
import { Table } from '../../lambdas/core/store/table.ts'
import { S3Uploads } from '../../lambdas/core/uploads/s3-uploads.ts'
import { notificationOf } from '../../lambdas/core/uploads/upload-event.ts'
import { createHandler as createIngestHandler } from '../../lambdas/ingest/handler.ts'
import { type LocalCloud, startLocalCloud } from '../../local/cloud/local-cloud.ts'
import { synthesised } from '../run/folder.ts'
import { anSqsEvent, anSqsRecord } from '../support/records.ts'
import { giveUpAfter, sweep } from '../support/sweep.ts'
import { watching } from '../support/topics.ts'
import { unlimited } from '../support/unlimited.ts'

/** Too young, in time for two runs, too old. */
const [EARLY, FIRST, SECOND, LATE] = [5, 30, 90, 200]
const silent = { info: () => {}, error: () => {} }

let cloud: LocalCloud
let bucket: string
let articles: DynamoArticleStore
let alerts: Alert[]

beforeAll(async () => {
  cloud = await startLocalCloud({
    template: giveUpAfter(0, await withoutNotifications()),
    projectRoot: path.resolve(import.meta.dirname, '../..'),
    dataDir: null,
  })
  bucket = Object.values(cloud.refs('AWS::S3::Bucket'))[0]!
  articles = new DynamoArticleStore(tableOf(cloud))
  alerts = []
  cloud.onPublished(({ message }) => alerts.push(JSON.parse(message.default)))
})
afterAll(() => cloud?.close())

/** The stack as it is, but that every event of the bucket gets lost. */
async function withoutNotifications() {
  const template = await synthesised()
  const kept = Object.entries(template.Resources).filter(([, { Type }]) => Type !== 'Custom::S3BucketNotifications')
  return { ...template, Resources: Object.fromEntries(kept) }
}

const tableOf = ({ clients, refs }: LocalCloud): Table => {
  const options = { marshallOptions: { removeUndefinedValues: true } }
  const [name] = Object.values(refs('AWS::DynamoDB::GlobalTable'))
  return new Table(DynamoDBDocumentClient.from(clients.dynamodb, options), name!)
}

async function upload(key: string, body: string, metadata: Record<string, string> = {}): Promise<void> {
  await cloud.clients.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, Metadata: metadata }))
}

/** Reads the upload as ingest does, and loses what it tells the claims queue. */
async function readAndLose(key: string): Promise<Submitted[]> {
  const lost: Submitted[] = []
  const submit = async (messages: readonly Submitted[]) => void lost.push(...messages)
  const uploads = new S3Uploads(cloud.clients.s3, bucket)
  const ingest = createIngestHandler({
    timeLimit: unlimited,
    articles,
    uploads,
    claims: { submit },
    topics: watching(),
    log: silent,
    metrics: unmeasured,
  })
  const event = anSqsEvent(anSqsRecord(notificationOf({ key, versionId: undefined })))
  expect(await ingest(event)).toEqual({ batchItemFailures: [] })
  return lost
}

/** Judges as the alert function does, until nothing can be published. */
async function judgeAndFail(message: Submitted): Promise<void> {
  const table = tableOf(cloud)
  const publish = async () => {
    throw new Error('cut off')
  }
  const alert = createAlertHandler({
    articles,
    ledger: new DynamoLedger(table),
    notes: new DynamoNotes(table),
    publisher: { publish },
    topics: watching(),
    log: silent,
    metrics: unmeasured,
  })
  expect((await alert(anSqsEvent(anSqsRecord(message)))).batchItemFailures).toHaveLength(1)
}

const toldOf = (id: string): string[] => alerts.filter(({ article }) => article.id === id).map(({ topic }) => topic)

describe('the sweep', () => {
  it('has an upload read whose event was lost, and its alert is sent, once', async () => {
    const text = 'Mediators said on Sunday that ceasefire talks had resumed in Geneva.'
    await upload('articles/lost (1)+ü.txt', text, { id: 'lost' })
    expect(await sweep(cloud, EARLY)).toMatchObject({ examined: 0, uploads: 0 })
    expect(await sweep(cloud, LATE)).toMatchObject({ examined: 0, uploads: 0 })
    expect(await sweep(cloud, FIRST)).toEqual({ examined: 1, uploads: 1, claims: 0, cut: false })
    expect(await articles.get('lost')).toMatchObject({ extraction: { article: { text } } })
    expect(toldOf('lost')).toEqual(['talks'])
    expect(await sweep(cloud, SECOND)).toEqual({ examined: 1, uploads: 0, claims: 0, cut: false })
    expect(toldOf('lost')).toEqual(['talks'])
  })

  it('has an upload rejected that can’t be read, and leaves it at that', async () => {
    await upload('articles/empty.txt', ' ')
    expect(await sweep(cloud, FIRST)).toMatchObject({ uploads: 1 })
    expect((await articles.listRejected({ limit: 1 })).items[0]?.item).toMatchObject({ key: 'articles/empty.txt' })
    expect(await sweep(cloud, SECOND)).toMatchObject({ uploads: 0 })
  })

  it('has claims judged whose message was lost, and an alert sent that was kept as pending, each once', async () => {
    await upload('articles/never.txt', 'The Red Cross said the Lachin corridor was closed again.', { id: 'never' })
    await upload('articles/pending.txt', 'The army said the Lachin corridor would open on Friday.', { id: 'pending' })
    await readAndLose('articles/never.txt')
    for (const message of await readAndLose('articles/pending.txt')) await judgeAndFail(message)
    const [ruling] = (await new DynamoLedger(tableOf(cloud)).listRulings('corridor', { limit: 5 })).items
    expect(ruling?.item.status).toBe('pending')
    expect(await sweep(cloud, FIRST)).toMatchObject({ uploads: 0, claims: 2 })
    expect([...toldOf('never'), ...toldOf('pending')]).toEqual(['corridor', 'corridor'])
    expect(alerts.map(({ id }) => id)).toContain(ruling?.item.id)
    expect(await sweep(cloud, SECOND)).toMatchObject({ uploads: 0, claims: 0 })
    expect(alerts).toHaveLength(3)
  })

  it('alerts on nothing in a backfill whose claims were lost', async () => {
    const key = 'articles/backfill/old.txt'
    await upload(key, 'Mediators said in Doha that the hostage talks had collapsed.', { id: 'old' })
    await readAndLose(key)
    expect(await sweep(cloud, FIRST)).toMatchObject({ claims: 1 })
    expect(toldOf('old')).toEqual([])
    expect(await sweep(cloud, SECOND)).toMatchObject({ claims: 0 })
  })
})
