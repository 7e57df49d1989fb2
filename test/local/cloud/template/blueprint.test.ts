import { expect, test } from 'vitest'
import { blueprint } from '../../../../local/cloud/template/blueprint.ts'
import { LocalCloudError } from '../../../../local/cloud/template/local-cloud-error.ts'

const PORTS = { messaging: 4000, api: 5000 }

test('resources get local names, of which properties and outputs are made', () => {
  const plan = blueprint(
    {
      Resources: {
        Steps: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } },
        Uploads: { Type: 'AWS::S3::Bucket' },
        Role: { Type: 'AWS::IAM::Role' },
        Api: { Type: 'AWS::ApiGatewayV2::Api' },
        Work: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
            Environment: { Variables: { URL: { Ref: 'Steps' } } },
          },
        },
      },
      Outputs: { Url: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } } },
    },
    PORTS,
  )
  expect(plan.all<{ Environment: unknown }>('AWS::Lambda::Function')[0]?.properties.Environment).toEqual({
    Variables: { URL: 'http://127.0.0.1:4000/000000000000/Steps.fifo' },
  })
  expect(plan.identity('Uploads').ref).toBe('uploads')
  expect(plan.outputs).toEqual({ Url: 'http://127.0.0.1:5000' })
})

test('a resource that neither runs here nor is harmless is refused by name', () => {
  const template = {
    Resources: { Log: { Type: 'AWS::Logs::LogGroup' }, Flow: { Type: 'AWS::StepFunctions::StateMachine' } },
  }
  expect(() => blueprint(template, PORTS)).toThrow(LocalCloudError)
  expect(() => blueprint(template, PORTS)).toThrow("can't run Flow (AWS::StepFunctions::StateMachine)")
})
