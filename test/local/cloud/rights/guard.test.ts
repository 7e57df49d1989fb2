import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { Grant } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalCloud, startLocalCloud } from '../../../../local/cloud/local-cloud.ts'
import { named } from '../../../support/named.ts'
import { TEST_ROOT, testTemplate } from '../stack/test-stack.ts'

let cloud: LocalCloud
const refs = (type: string, start: string) => named(cloud.refs(`AWS::${type}`), start)

beforeAll(async () => {
  const template = testTemplate(stack => {
    const echo = stack.node.findChild('EchoFunction') as LambdaFunction
    const resourceArns = ['arn:aws:s3:::*/in/*']
    Grant.addToPrincipal({ grantee: echo, actions: ['s3:PutObject', 's3:GetObject'], resourceArns })
  })
  cloud = await startLocalCloud({ template, projectRoot: TEST_ROOT, dataDir: null })
})
afterAll(() => cloud?.close())

/** Options of a client that signs as that function. */
function as(caller: string, service = '') {
  const { AWS_ENDPOINT_URL } = cloud.sdkEnvironment
  return {
    region: 'us-east-1',
    endpoint: cloud.sdkEnvironment[`AWS_ENDPOINT_URL_${service}`] ?? AWS_ENDPOINT_URL!,
    credentials: { accessKeyId: caller, secretAccessKey: 'local' },
    forcePathStyle: true,
    maxAttempts: 1,
  }
}

describe('a function', () => {
  const refused: [service: string, error: string, ask: (caller: string) => Promise<unknown>][] = [
    [
      'DynamoDB',
      'AccessDeniedException',
      caller =>
        new DynamoDBClient(as(caller, 'DYNAMODB')).send(
          new GetItemCommand({ TableName: refs('DynamoDB::GlobalTable', 'Table'), Key: { pk: { S: 'a' } } }),
        ),
    ],
    [
      'S3',
      'AccessDenied',
      caller =>
        new S3Client(as(caller)).send(
          new PutObjectCommand({ Bucket: refs('S3::Bucket', 'Bucket'), Key: 'out/a', Body: 'a' }),
        ),
    ],
    [
      'SQS',
      'AccessDeniedException',
      caller =>
        new SQSClient(as(caller)).send(
          new SendMessageCommand({ QueueUrl: refs('SQS::Queue', 'Uploads'), MessageBody: 'a' }),
        ),
    ],
    [
      'SNS',
      'AuthorizationErrorException',
      caller =>
        new SNSClient(as(caller)).send(new PublishCommand({ TopicArn: refs('SNS::Topic', 'Topic'), Message: 'a' })),
    ],
    [
      'Lambda',
      'AccessDeniedException',
      caller =>
        new LambdaClient(as(caller, 'LAMBDA')).send(
          new InvokeCommand({ FunctionName: refs('Lambda::Function', 'Stepper') }),
        ),
    ],
  ]

  it.each(refused)('is refused by %s what it isn’t granted', async (_, name, ask) => {
    await expect(ask(refs('Lambda::Function', 'EchoFunction'))).rejects.toMatchObject({ name })
  })

  it.each(refused)(
    'can do with %s as the local cloud’s own caller what it isn’t granted itself',
    async (_, name, ask) => {
      const failure = await ask('local').catch((error: Error) => error)
      expect((failure as Error | undefined)?.name).not.toBe(name)
    },
  )

  it('may do what it is granted, and no other key of the same bucket', async () => {
    const client = new S3Client(as(refs('Lambda::Function', 'EchoFunction')))
    const Bucket = refs('S3::Bucket', 'Bucket')
    await client.send(new PutObjectCommand({ Bucket, Key: 'in/a', Body: 'a' }))
    await expect(client.send(new GetObjectCommand({ Bucket, Key: 'inside/a' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    })
  })

  it('isn’t told that an object is gone, unless it may list the bucket', async () => {
    const gone = { Bucket: refs('S3::Bucket', 'Bucket'), Key: 'in/gone' }
    const ask = (caller: string) => new S3Client(as(caller)).send(new GetObjectCommand(gone))
    await expect(ask(refs('Lambda::Function', 'EchoFunction'))).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(ask(refs('Lambda::Function', 'Recorder'))).rejects.toMatchObject({ name: 'NoSuchKey' })
  })
})
