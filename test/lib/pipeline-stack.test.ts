import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { synthesise } from '../support/template.ts'

const template = synthesise()
const envOf = (entry: string): string[] => {
  const [found] = Object.values(
    template.findResources('AWS::Lambda::Function', { Metadata: { 'claimwire:entry': entry } }),
  )
  return Object.keys(found!.Properties.Environment.Variables).sort()
}
const statementsOf = (role: string): { Action: string | string[]; Resource: unknown }[] =>
  Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith(role))
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement)

describe('the stack', () => {
  it('keeps every version of an upload, and tells the articles queue of those under articles/', () => {
    template.hasResourceProperties('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } })
    template.hasResourceProperties('Custom::S3BucketNotifications', {
      NotificationConfiguration: {
        QueueConfigurations: [
          Match.objectLike({
            Events: ['s3:ObjectCreated:*'],
            Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'articles/' }] } },
          }),
        ],
      },
    })
  })

  it('gives each working queue a dead-letter queue of its kind after five tries', () => {
    template.resourcePropertiesCountIs('AWS::SQS::Queue', { RedrivePolicy: { maxReceiveCount: 5 } }, 2)
    template.resourcePropertiesCountIs('AWS::SQS::Queue', { FifoQueue: true }, 2)
    template.resourcePropertiesCountIs('AWS::SQS::Queue', { MessageRetentionPeriod: 14 * 86_400 }, 2)
  })

  it('keeps articles and ledger in one on-demand table with point-in-time recovery', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      Replicas: [Match.objectLike({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } })],
    })
    template.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain' })
  })

  it('reports the failures of a batch one by one, on both queues', () => {
    template.resourcePropertiesCountIs(
      'AWS::Lambda::EventSourceMapping',
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
      2,
    )
  })

  it('waits six times a function’s timeout before a message is handed out again', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: 360, FifoQueue: Match.absent() })
    template.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: 180, FifoQueue: true })
  })

  it('runs three functions on Node.js 24 for ARM', () => {
    template.resourcePropertiesCountIs('AWS::Lambda::Function', { Runtime: 'nodejs24.x', Architectures: ['arm64'] }, 3)
  })

  it('gives each function the environment that it reads', () => {
    expect(envOf('lambdas/ingest/index.ts')).toEqual(['BUCKET_NAME', 'CLAIMS_QUEUE_URL', 'TABLE_NAME'])
    expect(envOf('lambdas/alert/index.ts')).toEqual(['ALERTS_TOPIC_ARN', 'TABLE_NAME'])
    expect(envOf('lambdas/api/index.ts')).toEqual(['BUCKET_NAME', 'TABLE_NAME'])
  })

  it('grants no function a wildcard action on the table, and the api no write to it', () => {
    const all = ['Ingest', 'Alert', 'Api'].flatMap(statementsOf).flatMap(({ Action }) => Action)
    expect(all.filter(action => action.startsWith('dynamodb:') && action.includes('*'))).toEqual([])
    const api = statementsOf('Api').flatMap(({ Action }) => Action)
    expect(api.filter(action => action.startsWith('dynamodb:')).sort()).toEqual(['dynamodb:GetItem', 'dynamodb:Query'])
  })

  it('asks IAM on every route but /health', () => {
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'))
    const open = routes.filter(({ Properties }) => Properties.AuthorizationType === 'NONE')
    expect(open.map(({ Properties }) => Properties.RouteKey)).toEqual(['GET /health'])
    expect(routes.length).toBeGreaterThan(2)
  })
})
