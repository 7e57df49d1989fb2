import { DeleteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../local/cloud/rights/call.ts'
import { covers, type Grant, grantsOf } from '../../local/cloud/rights/policies.ts'
import { blueprint } from '../../local/cloud/template/blueprint.ts'
import { synthesise } from '../../local/synthesise.ts'
import { type Pipeline, startPipeline } from '../support/pipeline.ts'
import { sweep } from '../support/sweep.ts'
import { aTopic } from '../support/topics.ts'

/** What functions are granted and no engine here is asked for. */
const ELSEWHERE: Record<string, string> = {
  'logs:CreateLogStream': 'Lambda writes the log with the function’s rights',
  'logs:PutLogEvents': 'Lambda writes the log with the function’s rights',
  'xray:PutTelemetryRecords': 'Lambda hands over the traces with the function’s rights',
  'xray:PutTraceSegments': 'Lambda hands over the traces with the function’s rights',
  'sqs:GetQueueAttributes': 'Lambda looks at a queue before it polls it',
}

/** Each grant as one action on one resource, and of a table on one partition. */
function single(grants: readonly Grant[]): Grant[] {
  return grants.flatMap(({ actions, resources, partitions = [undefined] }) =>
    actions.flatMap(action =>
      resources.flatMap(resource =>
        partitions.map(partition => ({
          actions: [action],
          resources: [resource],
          partitions: partition === undefined ? undefined : [partition],
        })),
      ),
    ),
  )
}

interface Granted {
  name: string
  grant: Grant
}
const told = ({ name, grant: { actions, resources, partitions = [] } }: Granted): string =>
  [name, ...actions, ...resources, ...partitions].join(' ')
const uses = ({ name, grant }: Granted, call: Call): boolean => call.caller === name && covers(grant, call)
const unused = (granted: readonly Granted[], calls: readonly Call[]): string[] =>
  granted.filter(one => !calls.some(call => uses(one, call))).map(told)
const ungranted = (granted: readonly Granted[], calls: readonly Call[]): Call[] =>
  calls.filter(call => !granted.some(one => uses(one, call)))

/** All but CDK's, which runs at deployments only. */
const FUNCTIONS = 4

let pipeline: Pipeline
beforeAll(async () => {
  pipeline = await startPipeline()
})
afterAll(() => pipeline?.cloud.close())

const TRUCE =
  'Mediators said on Sunday that ceasefire talks between the army and the rebels had resumed in Geneva. Officials said the dam broke.'

/** Something for every right that a function has. Whoever grants one more adds here what needs it. */
async function useEverything(): Promise<void> {
  const { upload, cloud } = pipeline
  // Before the functions have asked which topics stand: they ask anew after a second only.
  await call('PUT', '/v1/topics/dam', aTopic())
  const metadata = { url: 'https://example.org/truce', published: '2023-10-01' }
  await upload('articles/first.txt', TRUCE, { metadata })
  await cloud.idle()
  await upload('articles/second.txt', `${TRUCE} They will last a week.`, {
    metadata: { ...metadata, published: '2023-10-02' },
  })
  await upload('articles/binary.txt', new Uint8Array([0x50, 0x4b, 0]))
  await cloud.idle()
  await goneBeforeItIsRead()
  await call('POST', '/v1/articles', { text: 'The Red Cross said the corridor was closed again.' })
  await subscribed()
  await losses()
  await sweep(cloud, 30)
  for (const route of ['articles', 'alerts', 'claims']) await pipeline.get(`/v1/${route}`)
  await cloud.idle()
}

/** A message about an object of which no version is left. */
async function goneBeforeItIsRead(): Promise<void> {
  const { clients, refs } = pipeline.cloud
  const [, QueueUrl] = Object.entries(refs('AWS::SQS::Queue')).find(([id]) => id.startsWith('UploadsQueue'))!
  const object = { key: 'articles/gone.txt', versionId: 'gone' }
  const MessageBody = JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', s3: { object } }] })
  await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }))
  await pipeline.cloud.idle()
}

/** What the sweep looks for: an article without a record, and one that wasn't judged under a topic. */
async function losses(): Promise<void> {
  const { upload, cloud } = pipeline
  const { dynamodb } = cloud.clients
  await upload('articles/third.txt', 'The Red Cross said the corridor was open again.', {
    metadata: { id: 'unlisted' },
  })
  await cloud.idle()
  const [TableName] = Object.values(cloud.refs('AWS::DynamoDB::GlobalTable'))
  for (const pk of ['ARTICLE#unlisted', 'RULINGS#talks']) {
    const ExpressionAttributeValues = { ':pk': { S: pk } }
    const { Items = [] } = await dynamodb.send(
      new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues, Limit: 1 }),
    )
    for (const { pk, sk } of Items) {
      await dynamodb.send(new DeleteItemCommand({ TableName, Key: { pk: pk!, sk: sk! } }))
    }
  }
}

/** Made, changed, listed and ended. */
async function subscribed(): Promise<void> {
  const wanted = { protocol: 'email', address: 'reader@example.org', note: 'talks only', filter: { topic: ['talks'] } }
  const { id } = (await call('POST', '/v1/subscriptions', wanted)) as { id: string }
  await call('PUT', `/v1/subscriptions/${id}`, { filter: { topic: ['corridor'] }, note: null })
  await call('GET', '/v1/subscriptions')
  await call('DELETE', `/v1/subscriptions/${id}`)
}

async function call(method: string, route: string, body?: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${pipeline.cloud.apiUrl}${route}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  expect({ route, status: answer.status }).toEqual({ route, status: expect.toBeOneOf([200, 201, 202, 204]) })
  return answer.json().catch(() => undefined)
}

describe('the rights of the functions', () => {
  const granted = [...grantsOf(blueprint(synthesise(), { messaging: 0, api: 0 }))].flatMap(([name, grants]) =>
    single(grants).map(grant => ({ name, grant })),
  )
  const isElsewhere = ({ actions }: Grant) => actions[0]! in ELSEWHERE

  it('are used, all of them, and nothing else is', async () => {
    await useEverything()
    const calls = pipeline.cloud.calls()
    const callers = new Set(calls.map(({ caller }) => caller))
    const ours = granted.filter(({ name, grant }) => callers.has(name) && !isElsewhere(grant))
    expect({ unused: unused(ours, calls), ungranted: ungranted(ours, calls) }).toEqual({ unused: [], ungranted: [] })
    expect(callers.size).toBe(FUNCTIONS)
    for (const one of ours) {
      const others = ours.filter(other => told(other) !== told(one))
      expect(ungranted(others, calls), `without ${told(one)}`).not.toEqual([])
    }
    const idle = { name: [...callers][0]!, grant: { actions: ['s3:DeleteObject'], resources: ['*'] } }
    expect(unused([...ours, idle], calls)).toEqual([told(idle)])
  }, 60_000)

  it.each(Object.entries(ELSEWHERE))('%s is granted because %s', action => {
    expect(granted.some(({ grant }) => grant.actions[0] === action)).toBe(true)
  })
})
