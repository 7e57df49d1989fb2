import { InvokeCommand, LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LambdaTopicChecker } from '../../../lambdas/core/checks/lambda-topic-checker.ts'
import { type LocalCloud, startLocalCloud } from '../../../local/cloud/local-cloud.ts'
import { named } from '../../support/named.ts'
import { TEST_ROOT, testTemplate } from './stack/test-stack.ts'

let cloud: LocalCloud
let client: LambdaClient
let echo: string

beforeAll(async () => {
  cloud = await startLocalCloud({ template: testTemplate(), projectRoot: TEST_ROOT, dataDir: null })
  client = new LambdaClient({
    endpoint: cloud.sdkEnvironment.AWS_ENDPOINT_URL_LAMBDA!,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  echo = named(cloud.refs('AWS::Lambda::Function'), 'EchoFunction')
})
afterAll(async () => {
  client?.destroy()
  await cloud?.close()
})

const invoke = async (FunctionName: string, event: unknown) => {
  const answer = await client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }))
  return { error: answer.FunctionError, result: JSON.parse(new TextDecoder().decode(answer.Payload)) }
}

describe('Invoke', () => {
  it('runs the function, by name or ARN, and gives what it returns', async () => {
    for (const name of [echo, `arn:aws:lambda:us-east-1:000000000000:function:${echo}`]) {
      const { result } = await invoke(name, { body: 'hello' })
      expect(JSON.parse(result.body)).toEqual({ body: 'hello' })
    }
  })

  it('tells of a function that threw as Lambda does, and a checker makes an error of its own of it', async () => {
    expect(await invoke(echo, { body: 'boom' })).toEqual({
      error: 'Unhandled',
      result: { errorType: 'Error', errorMessage: 'as asked' },
    })
    const failing = { send: async () => ({ FunctionError: 'Unhandled' }) } as unknown as LambdaClient
    await expect(new LambdaTopicChecker(failing, 'ingest').check('{}')).rejects.toMatchObject({ name: 'CheckFailed' })
  })

  it('knows no other function', async () => {
    await expect(invoke('nothing', {})).rejects.toThrow(ResourceNotFoundException)
  })
})
