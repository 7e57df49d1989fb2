import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { synthesise } from '../support/template.ts'
import { allowed, conditions, listed } from './promises/statements.ts'

const template = synthesise()
const envOf = (entry: string): string[] => {
  const [found] = Object.values(
    template.findResources('AWS::Lambda::Function', { Metadata: { 'claimwire:entry': entry } }),
  )
  return Object.keys(found!.Properties.Environment.Variables).sort()
}
describe('the stack', () => {
  it('keeps articles and ledger in one table', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    })
  })

  it('runs four functions on Node.js 24 for ARM', () => {
    template.resourcePropertiesCountIs('AWS::Lambda::Function', { Runtime: 'nodejs24.x', Architectures: ['arm64'] }, 4)
  })

  it('gives each function the environment that it reads', () => {
    expect(envOf('lambdas/ingest/index.ts')).toEqual(['BUCKET_NAME', 'CLAIMS_QUEUE_URL', 'TABLE_NAME'])
    expect(envOf('lambdas/alert/index.ts')).toEqual(['ALERTS_TOPIC_ARN', 'CANARY_TOPIC_ARN', 'TABLE_NAME'])
    expect(envOf('lambdas/sweep/index.ts')).toEqual([
      'ARTICLES_QUEUE_URL',
      'BUCKET_NAME',
      'CANARY_SECONDS',
      'CLAIMS_QUEUE_URL',
      'TABLE_NAME',
    ])
    expect(envOf('lambdas/api/index.ts')).toEqual([
      'ALERTS_DEAD_LETTERS_ARN',
      'ALERTS_TOPIC_ARN',
      'BUCKET_NAME',
      'TABLE_NAME',
      'TOPIC_CHECKER',
    ])
  })

  it('sweeps every hour', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 hour)',
      Targets: [{ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Sweep'), 'Arn'] } }],
    })
  })

  it('lets the api write only rows under keys that are named, and call only the function that checks topics', () => {
    const policies = Object.entries(template.findResources('AWS::IAM::Policy'))
    const api = policies.filter(([id]) => id.startsWith('Api')).flatMap(([, { Properties }]) => allowed(Properties))
    const writes = api.filter(({ Action }) =>
      listed(Action).some(action => /dynamodb:(Put|Update|Delete)/.test(action)),
    )
    const keys = writes.map(statement => conditions(statement, 'dynamodb:LeadingKeys'))
    expect(keys.filter(found => found.length !== 1)).toEqual([])
    expect(keys.flat()).toContainEqual(['TOPICS', 'TOPIC#*', 'SUBSCRIPTIONS'])
    expect(keys.flat()).toContainEqual(['SUBSCRIPTIONS'])
    const calls = api.filter(({ Action }) => listed(Action).includes('lambda:InvokeFunction'))
    expect(calls.map(({ Resource }) => Resource)).toEqual([{ 'Fn::GetAtt': [expect.stringMatching(/^Ingest/), 'Arn'] }])
  })
})
