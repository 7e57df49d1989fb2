import { LocalCloudError } from './local-cloud-error.ts'
import type { Template } from './template.ts'

const RUN_HERE = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::DynamoDB::GlobalTable',
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'Custom::S3BucketNotifications',
])

/** Rights, logs and alarms: they guard and watch the pipeline in AWS, and nothing here depends on them. */
const HARMLESS = new Set([
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
])

/** A resource that would silently be missing here is an error, not a surprise. */
export function refuseUnknownTypes(template: Template): void {
  const unknown = Object.entries(template.Resources).filter(
    ([, { Type }]) => !RUN_HERE.has(Type) && !HARMLESS.has(Type),
  )
  if (unknown.length === 0) return
  const list = unknown.map(([id, { Type }]) => `${id} (${Type})`).join(', ')
  throw new LocalCloudError(
    `The local cloud can't run ${list}. Teach it in local/cloud, or list the type as harmless in supported-types.ts.`,
  )
}
