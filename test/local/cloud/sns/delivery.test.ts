import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  GetSubscriptionAttributesCommand,
  ListSubscriptionsByTopicCommand,
  PublishBatchCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
  type SubscribeCommandInput,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns'
import { GetQueueAttributesCommand, type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LocalCloud, startLocalCloud } from '../../../../local/cloud/local-cloud.ts'

const QUEUE = { Type: 'AWS::SQS::Queue' }
const template = { Resources: { Topic: { Type: 'AWS::SNS::Topic' }, Queue: QUEUE, Dead: QUEUE } }
let cloud: LocalCloud
let topic: string
let hook: Server
let posts: { headers: IncomingMessage['headers']; body: string }[]
let answer: (attempt: number) => number

beforeEach(async () => {
  cloud = await startLocalCloud({ template, projectRoot: import.meta.dirname, dataDir: null, webhookRetryMs: 5 })
  topic = cloud.refs('AWS::SNS::Topic').Topic!
  posts = []
  answer = () => 200
  hook = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    posts.push({ headers: request.headers, body })
    response.writeHead(answer(posts.length)).end()
  })
  await new Promise<void>(done => hook.listen(0, '127.0.0.1', done))
})
afterEach(async () => {
  hook.closeAllConnections()
  hook.close()
  await cloud.close()
})

const sns = () => cloud.clients.sns
const queueUrl = (name = 'Queue') => cloud.refs('AWS::SQS::Queue')[name]!
const arn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`
const hookUrl = () => `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
const subscribe = async (input: Partial<SubscribeCommandInput>) => {
  const command = { TopicArn: topic, Protocol: 'sqs', Endpoint: arn('Queue'), ReturnSubscriptionArn: true, ...input }
  return (await sns().send(new SubscribeCommand(command))).SubscriptionArn!
}
const publish = (Message: string, rest: object = {}) =>
  sns().send(new PublishCommand({ TopicArn: topic, Message, ...rest }))
const received = async (name = 'Queue'): Promise<Message[]> => {
  const command = { QueueUrl: queueUrl(name), MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }
  return (await cloud.clients.sqs.send(new ReceiveMessageCommand(command))).Messages ?? []
}
const until = async (condition: () => boolean | Promise<boolean>) => {
  while (!(await condition())) await new Promise(done => setTimeout(done, 5))
}
const confirmed = async (Attributes: Record<string, string> = {}) => {
  const subscription = await subscribe({ Protocol: 'http', Endpoint: hookUrl(), Attributes })
  await until(() => posts.length > 0)
  await fetch(JSON.parse(posts.shift()!.body).SubscribeURL)
  return subscription
}

test('a queue gets the message in an envelope, with its attributes', async () => {
  await subscribe({})
  const attributes = { topic: { DataType: 'String', StringValue: 'talks' } }
  const { MessageId } = await publish('hello', { Subject: 'News', MessageAttributes: attributes })
  const [message] = await received()
  expect(JSON.parse(message!.Body!)).toMatchObject({
    ...{ Type: 'Notification', MessageId, TopicArn: topic, Subject: 'News', Message: 'hello' },
    MessageAttributes: { topic: { Type: 'String', Value: 'talks' } },
  })
})

test('raw delivery gives a queue the text of its protocol and the attributes', async () => {
  await subscribe({ Attributes: { RawMessageDelivery: 'true' } })
  await publish(JSON.stringify({ default: 'plain', sqs: '{"for":"queues"}', email: 'Dear reader' }), {
    MessageStructure: 'json',
    MessageAttributes: { entities: { DataType: 'String.Array', StringValue: '["Lachin"]' } },
  })
  const [message] = await received()
  expect(message?.Body).toBe('{"for":"queues"}')
  expect(message?.MessageAttributes?.entities).toEqual({ DataType: 'String.Array', StringValue: '["Lachin"]' })
})

test('a webhook gets nothing until it has confirmed, and then what AWS posts', async () => {
  await subscribe({ Protocol: 'http', Endpoint: hookUrl() })
  await until(() => posts.length === 1)
  await publish('too early')
  const [asked] = posts
  expect(asked?.headers['x-amz-sns-message-type']).toBe('SubscriptionConfirmation')
  await fetch(JSON.parse(asked!.body).SubscribeURL)
  const { MessageId } = await publish('now')
  await until(() => posts.length === 2)
  expect(posts[1]?.headers).toMatchObject({
    'x-amz-sns-message-type': 'Notification',
    'x-amz-sns-message-id': MessageId,
    'x-amz-sns-topic-arn': topic,
    'content-type': 'text/plain; charset=UTF-8',
  })
  expect(JSON.parse(posts[1]!.body)).toMatchObject({ Type: 'Notification', Message: 'now', MessageId })
})

test('a webhook that fails is tried four times, then its dead-letter queue has the message', async () => {
  await confirmed({ RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn('Dead') }) })
  answer = () => 503
  await publish('hello')
  const dead: Message[] = []
  await until(async () => dead.push(...(await received('Dead'))) > 0)
  expect(posts).toHaveLength(4)
  expect(JSON.parse(dead[0]!.Body!)).toMatchObject({ Message: 'hello' })
  expect(dead[0]?.MessageAttributes?.ErrorMessage?.StringValue).toContain('answered 503')
})

test('a webhook that recovers gets the message, and one that refuses it is not asked again', async () => {
  await confirmed()
  answer = attempt => (attempt < 3 ? 500 : 200)
  await publish('hello')
  await until(() => posts.length === 3)
  answer = () => 410
  await publish('gone')
  await until(() => cloud.failures().undelivered === 1)
  expect(posts).toHaveLength(4)
})

test('e-mail is a letter in a file of the address', async () => {
  await subscribe({ Protocol: 'email', Endpoint: 'reader@example.org' })
  const texts = JSON.stringify({ default: '{}', email: 'Dear reader' })
  await publish(texts, { MessageStructure: 'json', Subject: 'New on the talks' })
  expect(cloud.mail('reader@example.org')).toMatch(/^Subject: New on the talks\n\nDear reader\n/m)
})

test('a filter policy can be set, changed and taken away', async () => {
  const SubscriptionArn = await subscribe({
    Attributes: { FilterPolicy: '{"topic":["corridor"]}', RawMessageDelivery: 'true' },
  })
  const MessageAttributes = { topic: { DataType: 'String', StringValue: 'talks' } }
  const set = (AttributeName: string, AttributeValue: string) =>
    sns().send(new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }))
  await publish('one', { MessageAttributes })
  await set('FilterPolicy', '{"topic":["talks"]}')
  await publish('two', { MessageAttributes })
  await set('FilterPolicyScope', 'MessageBody')
  await publish('{"topic":"talks"}')
  await set('FilterPolicy', '{}')
  await publish('four')
  expect((await received()).map(({ Body }) => Body)).toEqual(['two', '{"topic":"talks"}', 'four'])
  const { Attributes } = await sns().send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))
  expect(Attributes).toMatchObject({
    FilterPolicyScope: 'MessageBody',
    RawMessageDelivery: 'true',
    PendingConfirmation: 'false',
  })
  expect(Attributes).not.toHaveProperty('FilterPolicy')
})

test('subscribing twice is one subscription, which ends when it is unsubscribed', async () => {
  const first = await subscribe({})
  expect(await subscribe({})).toBe(first)
  const list = async () => (await sns().send(new ListSubscriptionsByTopicCommand({ TopicArn: topic }))).Subscriptions
  expect(await list()).toMatchObject([{ SubscriptionArn: first, Protocol: 'sqs', Endpoint: arn('Queue') }])
  await sns().send(new UnsubscribeCommand({ SubscriptionArn: first }))
  expect(await list()).toEqual([])
})

test('a batch publishes what is right and names what is wrong', async () => {
  await subscribe({})
  const PublishBatchRequestEntries = [
    { Id: 'a', Message: 'good' },
    { Id: 'b', Message: 'bad', Subject: 'two\nlines' },
  ]
  const result = await sns().send(new PublishBatchCommand({ TopicArn: topic, PublishBatchRequestEntries }))
  expect(result.Successful).toMatchObject([{ Id: 'a' }])
  expect(result.Failed).toMatchObject([{ Id: 'b', Code: 'InvalidParameter', Message: 'Invalid parameter: Subject' }])
})

test('errors have the names of the SDK', async () => {
  await expect(publish('x', { Subject: 'two\nlines' })).rejects.toThrow(
    expect.objectContaining({ name: 'InvalidParameterException' }),
  )
  await expect(publish('x', { TopicArn: `${topic}x` })).rejects.toThrow(
    expect.objectContaining({ name: 'NotFoundException' }),
  )
  await expect(subscribe({ Protocol: 'lambda', Endpoint: 'arn:x' })).rejects.toThrow(
    "lambda isn't delivered by the local cloud",
  )
  await expect(subscribe({ Protocol: 'email', Endpoint: 'nobody' })).rejects.toThrow("Endpoint: 'nobody'")
})

test("a queue that isn't there loses the message, and that is counted", async () => {
  await subscribe({ Endpoint: arn('Nowhere') })
  await publish('hello')
  expect(cloud.failures().undelivered).toBe(1)
  const { Attributes } = await cloud.clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl(), AttributeNames: ['ApproximateNumberOfMessages'] }),
  )
  expect(Attributes?.ApproximateNumberOfMessages).toBe('0')
})

test('subscriptions are listed by the hundred, and at most 200 of them are filtered', async () => {
  const Attributes = { FilterPolicy: '{"topic":["talks"]}' }
  for (let i = 0; i < 200; i++) await subscribe({ Protocol: 'email', Endpoint: `r${i}@example.org`, Attributes })
  await expect(subscribe({ Attributes })).rejects.toThrow(
    expect.objectContaining({ name: 'FilterPolicyLimitExceededException' }),
  )
  await subscribe({})
  const pages: number[] = []
  for (let NextToken: string | undefined, more = true; more; more = NextToken !== undefined) {
    const page = await sns().send(new ListSubscriptionsByTopicCommand({ TopicArn: topic, NextToken }))
    pages.push(page.Subscriptions!.length)
    NextToken = page.NextToken
  }
  expect(pages).toEqual([100, 100, 1])
})

test('a webhook that waits for its confirmation can not be unsubscribed', async () => {
  const SubscriptionArn = await subscribe({ Protocol: 'http', Endpoint: hookUrl() })
  await expect(sns().send(new UnsubscribeCommand({ SubscriptionArn }))).rejects.toThrow('pending confirmation')
})

test('a webhook is tried as its delivery policy says', async () => {
  const DeliveryPolicy = JSON.stringify({ healthyRetryPolicy: { numRetries: 9 } })
  await confirmed({ DeliveryPolicy })
  answer = attempt => (attempt < 9 ? 503 : 200)
  await publish('hello')
  await until(() => posts.length === 9)
  expect(cloud.failures().undelivered).toBe(0)
})
