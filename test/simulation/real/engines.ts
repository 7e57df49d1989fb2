import path from 'node:path'
import { type Clients, createClients } from '../../../local/cloud/clients.ts'
import { type LocalCloud, startLocalCloud } from '../../../local/cloud/local-cloud.ts'
import { CREDENTIALS } from '../../../local/cloud/template/place.ts'
import type { Template } from '../../../local/cloud/template/template.ts'
import { named } from '../../support/named.ts'
import type { Names } from '../system.ts'

/** What calls functions. */
const CALLERS = [
  'AWS::Lambda::EventSourceMapping',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Route',
  'AWS::Events::Rule',
]

/** The stack's table, bucket, queues and topic on the local engines, with its rights, and none of its functions. */
export const startEngines = (template: Template): Promise<LocalCloud> =>
  startLocalCloud({
    template: { ...template, Resources: Object.fromEntries(withoutFunctions(template)), Outputs: {} },
    projectRoot: path.resolve(import.meta.dirname, '../../..'),
    dataDir: null,
  })

const withoutFunctions = ({ Resources }: Template) =>
  Object.entries(Resources)
    .filter(([, { Type }]) => !CALLERS.includes(Type))
    // Who names no entry is not run.
    .map(([id, resource]) => [id, { ...resource, Metadata: {} }])

/** Clients that sign as a function, and try each call twice, without a pause. */
export function clientsOf({ sdkEnvironment: at }: LocalCloud, functionName: string): Clients {
  const endpoints = { dynamodb: at.AWS_ENDPOINT_URL_DYNAMODB!, messaging: at.AWS_ENDPOINT_URL! }
  return createClients(endpoints, { credentials: { ...CREDENTIALS, accessKeyId: functionName }, retryStrategy: twice })
}

const tokenOf = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 })
const twice = {
  mode: 'standard',
  acquireInitialRetryToken: async () => tokenOf(0),
  refreshRetryTokenForRetry: async (token: { getRetryCount(): number }) => {
    if (token.getRetryCount() > 0) throw new Error('tried twice')
    return tokenOf(token.getRetryCount() + 1)
  },
  recordSuccess: () => {},
}

export const namesIn = ({ refs }: LocalCloud): Names => ({
  table: named(refs('AWS::DynamoDB::GlobalTable'), 'Store'),
  bucket: named(refs('AWS::S3::Bucket'), 'Uploads'),
  claims: named(refs('AWS::SQS::Queue'), 'ClaimsQueue'),
  topic: named(refs('AWS::SNS::Topic'), 'Alerts'),
})
