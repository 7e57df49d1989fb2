import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { ListSubscriptionsCommand, PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns'
import { PurgeQueueCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type LocalCloud, startLocalCloud } from '../../../local/cloud/local-cloud.ts'
import type { Template } from '../../../local/cloud/template/template.ts'
import { named } from '../../support/named.ts'
import { TEST_ROOT, testTemplate } from './stack/test-stack.ts'

let template: Template
let dataDir: string
let cloud: LocalCloud | undefined
beforeAll(() => {
  template = testTemplate()
})
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'restart-'))
})
afterEach(async () => {
  await cloud?.close()
  cloud = undefined
  rmSync(dataDir, { recursive: true })
})

const start = async (given = template) => {
  cloud = await startLocalCloud({
    template: given,
    projectRoot: TEST_ROOT,
    dataDir: join(dataDir, 'cloud'),
    retryAfterSeconds: 0,
  })
  return cloud
}
const stored = async ({ clients, refs }: LocalCloud) => {
  const TableName = named(refs('AWS::DynamoDB::GlobalTable'), 'Table')
  const { Items = [] } = await clients.dynamodb.send(new ScanCommand({ TableName }))
  return Items.map(({ pk }) => pk!.S!).sort()
}

test('what was stored, uploaded and subscribed is there after a restart', async () => {
  let running = await start()
  const Bucket = named(running.refs('AWS::S3::Bucket'), 'Bucket')
  const put = { Bucket, Key: 'in/a', Body: 'text', ContentType: 'text/plain', Metadata: { outlet: 'Example' } }
  const { VersionId } = await running.clients.s3.send(new PutObjectCommand(put))
  const TopicArn = named(running.refs('AWS::SNS::Topic'), 'Topic')
  await running.clients.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'new@example.org' }))
  await running.idle()
  await running.close()

  running = await start()
  await running.idle()
  expect(await stored(running)).toEqual(['in/a'])
  const { Body, ...object } = await running.clients.s3.send(new GetObjectCommand({ Bucket, Key: 'in/a', VersionId }))
  expect(await Body!.transformToString()).toBe('text')
  expect(object).toMatchObject({ ContentType: 'text/plain', Metadata: { outlet: 'Example' } })
  const { Subscriptions = [] } = await running.clients.sns.send(new ListSubscriptionsCommand({}))
  expect(Subscriptions.map(({ Endpoint }) => Endpoint).sort()).toMatchObject([
    expect.stringMatching(/^arn:aws:sqs:/),
    'new@example.org',
    'reader@example.org',
  ])
})

test('messages in a dead-letter queue stay there', async () => {
  let running = await start()
  const QueueUrl = Object.values(running.refs('AWS::SQS::Queue')).find(url => /\/Steps\w+\.fifo$/.test(url))
  const send = { QueueUrl, MessageBody: 'fail', MessageGroupId: 'g', MessageDeduplicationId: 'd' }
  await running.clients.sqs.send(new SendMessageCommand(send))
  await running.idle()
  const dead = running.failures().deadLetters
  expect(Object.values(dead)).toEqual([1])
  await running.close()
  running = await start()
  await running.idle()
  expect(running.failures().deadLetters).toEqual(dead)
})

test('a process killed in the middle of its work loses nothing that it had accepted', async () => {
  const file = join(dataDir, 'template.json')
  writeFileSync(file, JSON.stringify(template))
  const script = join(import.meta.dirname, 'stack/run.mjs')
  const child = spawn(process.execPath, [script, file, join(dataDir, 'cloud'), '40'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const running = await start()
  expect((await stored(running)).length).toBeLessThan(40)
  await running.idle()
  expect(await stored(running)).toEqual(Array.from({ length: 40 }, (_, index) => `in/${index}`).sort())
})

test('a webhook that could not be reached before a restart is called after it', async () => {
  const posts: { Type: string; SubscribeURL: string; Message: string }[] = []
  let isUp = true
  const hook = createServer(async (request, response) => {
    const chunks = await request.toArray()
    if (isUp) posts.push(JSON.parse(Buffer.concat(chunks).toString()))
    response.writeHead(isUp ? 200 : 503).end()
  })
  await once(hook.listen(0, '127.0.0.1'), 'listening')
  const Endpoint = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`

  const before = await start()
  const TopicArn = named(before.refs('AWS::SNS::Topic'), 'Topic')
  await before.clients.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint }))
  await expect.poll(() => posts.length).toBe(1)
  await fetch(posts[0]!.SubscribeURL)
  isUp = false
  await before.clients.sns.send(new PublishCommand({ TopicArn, Message: 'not lost' }))
  await before.idle()
  await before.close()
  isUp = true
  await start()
  await expect.poll(() => posts[1]?.Message).toBe('not lost')
  hook.closeAllConnections()
  hook.close()
})

test('a purged queue is empty after a restart too', async () => {
  const first = await start()
  const QueueUrl = Object.values(first.refs('AWS::SQS::Queue')).find(url => url.includes('/Wanted'))
  await first.clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'gone' }))
  await first.clients.sqs.send(new PurgeQueueCommand({ QueueUrl }))
  await first.clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'kept' }))
  await first.close()
  const second = await start()
  const at = Object.values(second.refs('AWS::SQS::Queue')).find(url => url.includes('/Wanted'))
  const receive = new ReceiveMessageCommand({ QueueUrl: at, MaxNumberOfMessages: 10 })
  const { Messages = [] } = await second.clients.sqs.send(receive)
  expect(Messages.map(({ Body }) => Body)).toEqual(['kept'])
})

test('a folder that a running cloud uses is refused, and free again when it ends', async () => {
  const running = await start()
  await expect(start()).rejects.toThrow(/is in use by process \d+/)
  await running.close()
  await start()
})

test('a stack whose table has other keys is refused, with what to do', async () => {
  await (await start()).close()
  cloud = undefined
  const other = structuredClone(template)
  const table = Object.values(other.Resources).find(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable')!
  const { KeySchema, AttributeDefinitions } = table.Properties as { [name: string]: { AttributeName: string }[] }
  KeySchema![0]!.AttributeName = 'id'
  AttributeDefinitions!.find(({ AttributeName }) => AttributeName === 'pk')!.AttributeName = 'id'
  await expect(start(other)).rejects.toThrow(/other keys than the stack's. Delete the folder/)
})
