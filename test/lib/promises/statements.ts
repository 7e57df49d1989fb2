import { type Named, ofType, type Properties, type Resources } from './promise.ts'

export interface Statement {
  Effect: 'Allow' | 'Deny'
  Action: string | string[]
  Resource: unknown
  Principal?: Properties | string
  Condition?: Record<string, Record<string, unknown>>
}

const POLICIES = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy']

/** What roles may do. */
export const identityPolicies = (resources: Resources): Named[] => ofType(resources, 'AWS::IAM::Policy')
/** Who may use a queue, topic, bucket or key. */
export const resourcePolicies = (resources: Resources): Named[] => [
  ...POLICIES.flatMap(type => ofType(resources, type)),
  ...ofType(resources, 'AWS::KMS::Key'),
]

export const statements = ({ PolicyDocument, KeyPolicy }: Properties): Statement[] =>
  (PolicyDocument ?? KeyPolicy).Statement
export const allowed = (properties: Properties): Statement[] =>
  statements(properties).filter(({ Effect }) => Effect === 'Allow')
export const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

/** Statements that let an AWS service in. */
export const forServices = (properties: Properties): Statement[] =>
  allowed(properties).filter(({ Principal }) => typeof Principal === 'object' && Principal.Service)

/** All values of a condition key, whatever the operator. */
export const conditions = ({ Condition = {} }: Statement, key: string): unknown[] =>
  Object.values(Condition).flatMap(values => (key in values ? [values[key]] : []))
