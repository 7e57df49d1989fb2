import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { SCOPES } from '../../lib/api-authorizer.ts'
import { buildApp } from '../../lib/build-app.ts'
import { STAGE_NAMES, stageNamed, UnknownStage } from '../../lib/stages.ts'
import { blueprint } from '../../local/cloud/template/blueprint.ts'
import type { Template } from '../../local/cloud/template/template.ts'
import { buildStack, synthesise } from '../support/template.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const UNBUNDLED = { 'aws:cdk:bundling-stacks': [] }

describe('a stage', () => {
  it.each(STAGE_NAMES)('is known by its name: %s', name => {
    expect(stageNamed(name).name).toBe(name)
  })

  it.each(['Prod', '', 'toString', undefined])(
    'that is called %s isn’t known, and the message says which are',
    name => {
      expect(() => stageNamed(name)).toThrow(UnknownStage)
      expect(() => stageNamed(name)).toThrow('There are: dev, prod.')
    },
  )

  it('that is unknown ends the synthesis with one line', async () => {
    const env = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ stage: 'staging' }) }
    const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'lib/app.ts'], { cwd: ROOT, env })
    const failure = await run.catch(error => error)
    expect(failure).toMatchObject({ code: 1 })
    expect(failure.stderr.trim()).toBe(
      "There is no stage 'staging'. There are: dev, prod. For example: npx cdk deploy -c stage=prod",
    )
  }, 60_000)

  it('gives its name to the stack, and dev is taken where none is given', () => {
    const namesOf = (context: Record<string, unknown>) => buildApp({ context }).node.children.map(({ node }) => node.id)
    expect(namesOf(UNBUNDLED)).toContain('Claimwire-dev')
    expect(namesOf({ ...UNBUNDLED, stage: 'prod' })).toContain('Claimwire-prod')
  })
})

describe('a stage of any kind', () => {
  const jwt = { kind: 'jwt' as const, issuer: 'https://login.example.org', audience: ['claimwire'] }

  it.each([stageNamed('dev'), stageNamed('prod'), { ...stageNamed('prod'), auth: jwt, alarmEmail: 'ops@example.org' }])(
    'can be run by the local cloud',
    stage => {
      const plan = blueprint(synthesise(stage).toJSON() as Template, { messaging: 0, api: 0 })
      expect(plan.all('AWS::Lambda::Function').length).toBeGreaterThan(3)
    },
  )
})

describe('prod and dev', () => {
  it('keep and don’t keep what they stored when the stack is deleted', () => {
    const policies = (stage: 'dev' | 'prod') =>
      ['AWS::S3::Bucket', 'AWS::DynamoDB::GlobalTable'].flatMap(type =>
        Object.values(synthesise(stage).findResources(type)).map(({ DeletionPolicy }) => DeletionPolicy),
      )
    expect({ prod: policies('prod'), dev: policies('dev') }).toEqual({
      prod: ['Retain', 'Retain'],
      dev: ['Delete', 'Delete'],
    })
  })

  it('are and aren’t protected against being deleted as a whole', () => {
    expect(buildStack('prod').terminationProtection).toBe(true)
    expect(buildStack('dev').terminationProtection).toBe(false)
  })
})

describe('a stage whose callers bring tokens', () => {
  const template = synthesise({
    ...stageNamed('prod'),
    auth: { kind: 'jwt', issuer: 'https://login.example.org', audience: ['claimwire'] },
  })

  it('asks the issuer of every token', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      JwtConfiguration: { Issuer: 'https://login.example.org', Audience: ['claimwire'] },
    })
  })

  it('lets readers read and writers write; who gets alerts is shown to writers only', () => {
    const isRead = (key: string) => key.startsWith('GET ') && !key.startsWith('GET /v1/subscriptions')
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => [
      Properties.RouteKey,
      Properties.AuthorizationScopes,
    ])
    for (const [key, scopes] of routes.filter(([key]) => key !== 'GET /health')) {
      expect({ key, scopes }).toEqual({ key, scopes: [isRead(key) ? SCOPES.read : SCOPES.write] })
    }
  })
})

describe('a stage with an address for alarms', () => {
  it('subscribes it to the operations topic', () => {
    const template = synthesise({ ...stageNamed('prod'), alarmEmail: 'ops@example.org' })
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'ops@example.org',
      TopicArn: { Ref: Match.stringLikeRegexp('^Operations') },
    })
    synthesise('prod').resourceCountIs('AWS::SNS::Subscription', 0)
  })
})
