import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalCloud, startLocalCloud } from '../../../local/cloud/local-cloud.ts'
import { named } from '../../support/named.ts'
import { TEST_ROOT, testTemplate } from './stack/test-stack.ts'

let cloud: LocalCloud
let table: string
let bucket: string
const log: string[] = []

beforeAll(async () => {
  const options = {
    template: testTemplate(),
    projectRoot: TEST_ROOT,
    dataDir: null,
    retryAfterSeconds: 0,
    concurrency: 2,
  }
  cloud = await startLocalCloud({ ...options, log: line => log.push(line) })
  table = named(cloud.refs('AWS::DynamoDB::GlobalTable'), 'Table')
  bucket = named(cloud.refs('AWS::S3::Bucket'), 'Bucket')
})
afterAll(() => cloud?.close())

const queue = (start: string) =>
  Object.entries(cloud.refs('AWS::SQS::Queue')).find(([id]) => new RegExp(`^${start}[0-9A-F]{8}$`).test(id))![1]
const item = async (pk: string) =>
  (await cloud.clients.dynamodb.send(new GetItemCommand({ TableName: table, Key: { pk: { S: pk } } }))).Item
const upload = (Key: string, Body: string) =>
  cloud.clients.s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, Metadata: { outlet: 'Example' } }))
const step = (group: string, body: string, id = `${group}${body}${Math.random()}`) =>
  cloud.clients.sqs.send(
    new SendMessageCommand({
      QueueUrl: queue('Steps'),
      MessageBody: body,
      MessageGroupId: group,
      MessageDeduplicationId: id,
    }),
  )

describe('an upload', () => {
  test('reaches the table through the queue and the function, whatever its key', async () => {
    await upload('in/Nagorno Karabakh + Lachin/übersicht & "x".txt', 'hello')
    await cloud.idle()
    const stored = await item('in/Nagorno Karabakh + Lachin/übersicht & "x".txt')
    expect(stored?.text).toEqual({ S: 'hello' })
    expect(stored?.label).toEqual({ S: `us-east-1:${bucket}` })
  })

  test('outside the prefix is stored and told to nobody', async () => {
    await upload('elsewhere/a.txt', 'quiet')
    await cloud.idle()
    expect(await item('elsewhere/a.txt')).toBeUndefined()
  })

  test('keeps its versions', async () => {
    const { s3 } = cloud.clients
    const first = await upload('in/twice.txt', 'one')
    const second = await upload('in/twice.txt', 'two')
    const read = async (VersionId?: string) => {
      const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'in/twice.txt', VersionId }))
      return [await Body!.transformToString(), Metadata?.outlet]
    }
    expect(await read(first.VersionId)).toEqual(['one', 'Example'])
    expect(await read()).toEqual(['two', 'Example'])
    const { VersionId } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'in/twice.txt' }))
    expect(VersionId).toBe(second.VersionId)
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'in/twice.txt' }))
    await expect(read()).rejects.toThrow(expect.objectContaining({ name: 'NoSuchKey' }))
    expect(await read(first.VersionId)).toEqual(['one', 'Example'])
    await expect(read('no-such-version')).rejects.toThrow(expect.objectContaining({ name: 'NoSuchVersion' }))
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'in/twice' }))
    expect(Contents).toEqual([])
  })

  test('can be found through the index of the template', async () => {
    await upload('in/indexed.txt', 'x')
    await cloud.idle()
    const { Items = [] } = await cloud.clients.dynamodb.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byKind',
        KeyConditionExpression: 'kind = :kind',
        ExpressionAttributeValues: { ':kind': { S: 'upload' } },
      }),
    )
    expect(Items.map(({ pk }) => pk?.S)).toContain('in/indexed.txt')
  })
})

describe('a FIFO queue', () => {
  const steps = async (group: string) => (await item(`group/${group}`))?.steps?.L?.map(({ S }) => S)

  test('hands out each group in order', async () => {
    for (let index = 0; index < 6; index++) await step(index % 2 ? 'odd' : 'even', String(index))
    await cloud.idle()
    expect(await steps('odd')).toEqual(['1', '3', '5'])
    expect(await steps('even')).toEqual(['0', '2', '4'])
  })

  test('takes a message once, however often it is sent', async () => {
    await step('once', 'only', 'same')
    await step('once', 'only', 'same')
    await cloud.idle()
    expect(await steps('once')).toEqual(['only'])
  })

  test.each(['fail', 'throw'])(
    'gives a message that the function answers with %s to the dead letters, and goes on',
    async body => {
      const dead = () => Object.values(cloud.failures().deadLetters).reduce((sum, depth) => sum + depth, 0)
      const before = dead()
      await step(body, 'first')
      await step(body, body)
      await step(body, 'last')
      await cloud.idle()
      expect(await steps(body)).toEqual(['first', 'last'])
      expect(dead()).toBe(before + 1)
    },
  )
})

test('a function that takes too long is stopped, and the next message finds a new one', async () => {
  await step('slow', 'hang')
  await step('slow', 'after')
  await cloud.idle()
  expect((await item('group/slow'))?.steps?.L).toEqual([{ S: 'after' }])
  expect(log.join('\n')).toContain('it took longer than 1000 ms')
})

test('what a function publishes is filtered, delivered to queue and mailbox, and heard', async () => {
  const heard: string[] = []
  const end = cloud.onPublished(({ attributes }) => heard.push(attributes.colour!.value))
  await step('colours', 'red')
  await step('colours', 'blue')
  await cloud.idle()
  end()
  expect(heard).toEqual(['red', 'blue'])
  const { Messages = [] } = await cloud.clients.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queue('Wanted'), MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }),
  )
  expect(Messages.map(({ MessageAttributes }) => MessageAttributes?.colour?.StringValue)).toEqual(['red'])
  expect(cloud.mail('reader@example.org').match(/^Subject: /gm)!.length).toBeGreaterThan(1)
})
