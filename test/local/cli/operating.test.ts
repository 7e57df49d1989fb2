import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findQueues, type Queues } from '../../../local/cli/operating/queues.ts'
import { redrive } from '../../../local/cli/operating/redrive.ts'
import { type Pipeline, startPipeline } from '../../support/pipeline.ts'
import { type Ran, runCli } from './run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-operating-'))
let pipeline: Pipeline
let queues: Queues

beforeAll(async () => {
  pipeline = await startPipeline(path.join(folder, 'data'))
  queues = await findQueues(pipeline.cloud.clients.sqs, '')
})
afterAll(async () => {
  await pipeline?.cloud.close()
  rmSync(folder, { recursive: true })
})

const run = (...args: string[]): Promise<Ran> =>
  runCli([...args, '--data', path.join(folder, 'data')], {
    env: { CLAIMWIRE_URL: pipeline.cloud.apiUrl! },
    fetch,
    now: new Date(),
  })
const die = (QueueUrl: string | undefined, body: unknown, group?: string) =>
  pipeline.cloud.clients.sqs.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: JSON.stringify(body),
      ...(group && { MessageGroupId: group, MessageDeduplicationId: JSON.stringify(body).slice(0, 60) }),
    }),
  )

describe('claimwire status', () => {
  it('tells of the queues and of the last day', async () => {
    const today = new Date().toISOString()
    await pipeline.upload('articles/a.txt', 'Mediators said the ceasefire talks had resumed in Geneva.', {
      metadata: { id: 'fresh', published: today },
    })
    await pipeline.upload('articles/empty.txt', ' ')
    await pipeline.cloud.idle()
    const { code, stdout } = await run('status')
    expect(stdout).toMatch(/Queue +Waiting +Under way +Dead letters\narticles +0 +0 +0\nclaims +0 +0 +0\nalerts +0\n/)
    expect(stdout).toContain('Last 24 hours: articles 1, rejected uploads 1, alerts 1, of which pending 0.')
    expect(code).toBe(0)
  })

  it('ends with 1 where there are dead letters, also for machines', async () => {
    await die(queues.alerts.deadLetters, { Message: 'an alert that nobody took' })
    const { code, stdout } = await run('status', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      queues: [{ name: 'articles' }, { name: 'claims' }, { name: 'alerts', waiting: null, deadLetters: 1 }],
      lastDay: { articles: 1, rejected: 1, alerts: 1, pending: 0 },
    })
    expect(code).toBe(1)
  })
})

describe('claimwire redrive', () => {
  it('sends uploads and claims back to their queues, where they are worked on', async () => {
    const object = { key: 'articles/gone.txt', versionId: 'gone' }
    const upload = { Records: [{ eventName: 'ObjectCreated:Put', s3: { object } }] }
    for (let i = 0; i < 12; i++) await die(queues.articles.deadLetters, { ...upload, i })
    await die(
      queues.claims.deadLetters,
      { articleId: 'fresh', revision: 'none', topic: 'talks', backfill: false },
      'talks',
    )
    const { code, stdout } = await run('redrive')
    expect(stdout).toBe('12 dead letters of articles sent back.\n1 dead letters of claims sent back.\n')
    expect(code).toBe(0)
    expect((await run('redrive', 'articles', '--json')).stdout).toBe('{"queue":"articles","sent":0}\n')
    // This one can only fail: there is no such text.
    await pipeline.until<unknown>('/health', () => pipeline.cloud.failures().batches > 0)
    await pipeline.cloud.idle()
    expect((await run('redrive', 'claims')).stdout).toBe('1 dead letters of claims sent back.\n')
  }, 60_000)

  it('leaves it to SQS where that can move messages by itself', async () => {
    const client = new SQSClient({ region: 'eu-central-1' })
    const sqs = mockClient(client)
    const Attributes = { ApproximateNumberOfMessages: '3', QueueArn: 'arn:aws:sqs:eu-central-1:000000000000:dead' }
    sqs.on(GetQueueAttributesCommand).resolves({ Attributes })
    sqs.on(StartMessageMoveTaskCommand).resolves({ TaskHandle: 't' })
    expect(await redrive(client, 'https://sqs.example.org/dead', 'https://sqs.example.org/work', new Date())).toBe(3)
    expect(sqs.commandCalls(StartMessageMoveTaskCommand)[0]!.args[0].input).toEqual({ SourceArn: Attributes.QueueArn })
  })

  it('doesn’t send alerts again, and says why', async () => {
    const { code, stderr } = await run('redrive', 'alerts')
    expect(stderr).toContain('each was for one subscriber')
    expect(code).toBe(2)
  })
})

describe('without a Claimwire', () => {
  it.each(['status', 'redrive'])('%s ends with 3 and says how to start one', async name => {
    const { code, stderr } = await runCli([name, '--data', path.join(folder, 'nothing')])
    expect(stderr).toMatch(/no Claimwire runs on .*npm start.*--stack|can't be reached/s)
    expect(code).toBe(3)
  })
})
