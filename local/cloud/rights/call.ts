import { PARTITION_KEY } from '../../../lambdas/core/store/keys.ts'
import { arn } from '../template/place.ts'

/** A request to an engine, its body parsed where it is JSON or a form. */
export interface AwsRequest {
  service: 'dynamodb' | 'lambda' | 's3' | 'sns' | 'sqs'
  method: string
  /** Path and query. */
  url: string
  headers: Record<string, string | string[] | undefined>
  body: unknown
}

/** What IAM is asked: may this caller do that to this? */
export interface Call {
  /** The access key that signed: a function's name, or the local cloud's own. */
  caller: string
  /** As policies name it: `s3:PutObject`. */
  action: string
  /** ARN. */
  resource: string
  /** Of an item or a query of a table: its partition key. */
  partition?: string
}

/** Commands whose right has another name than the command. */
const ACTIONS: Record<string, string> = {
  'sqs:SendMessageBatch': 'sqs:SendMessage',
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibilityBatch': 'sqs:ChangeMessageVisibility',
  'sns:PublishBatch': 'sns:Publish',
}
const OBJECT_ACTIONS: Record<string, string> = {
  GET: 'GetObject',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  POST: 'PutObject',
  DELETE: 'DeleteObject',
}

/** Undefined where nobody signed, as when a browser follows a link of SNS. */
export function callOf(request: AwsRequest): Call | undefined {
  const caller = callerOf(request)
  return caller === undefined ? undefined : { caller, ...asked(request) }
}

function callerOf({ headers, url }: AwsRequest): string | undefined {
  const signed = /Credential=([^/]+)\//.exec(String(headers.authorization ?? ''))?.[1]
  const presigned = new URL(url, 'http://local').searchParams.get('X-Amz-Credential')?.split('/')[0]
  return signed ?? presigned
}

function asked(request: AwsRequest): Omit<Call, 'caller'> {
  const { service, headers, url } = request
  const body = (request.body ?? {}) as Record<string, string>
  const target = String(headers['x-amz-target'] ?? '')
    .split('.')
    .at(-1)!
  switch (service) {
    case 'dynamodb': {
      const resource = arn(service, `table/${body.TableName}`)
      return { action: actionOf(service, target), resource, partition: partitionOf(request.body as Item | undefined) }
    }
    case 'sqs': {
      const name = body.QueueName ?? body.QueueUrl?.split('/').at(-1) ?? '*'
      return { action: actionOf(service, target), resource: arn(service, name) }
    }
    case 'sns': {
      // A subscription's ARN is its topic's with one part more.
      const topic = body.TopicArn ?? body.ResourceArn ?? body.SubscriptionArn?.replace(/:[^:]+$/, '')
      return { action: actionOf(service, String(body.Action)), resource: topic ?? '*' }
    }
    case 'lambda': {
      const named = /\/functions\/([^/]+)\//.exec(url)?.[1] ?? '*'
      return { action: 'lambda:InvokeFunction', resource: arn(service, `function:${named.split(':').at(-1)}`) }
    }
    case 's3':
      return askedOfS3(request)
  }
}

interface Item {
  Item?: Record<string, { S?: string }>
  Key?: Record<string, { S?: string }>
  KeyConditionExpression?: string
  ExpressionAttributeValues?: Record<string, { S?: string }>
}

function partitionOf({
  Item,
  Key,
  KeyConditionExpression = '',
  ExpressionAttributeValues,
}: Item = {}): string | undefined {
  const asked = new RegExp(`\\b${PARTITION_KEY} = (:\\w+)`).exec(KeyConditionExpression)?.[1]
  return (Item ?? Key)?.[PARTITION_KEY]?.S ?? (asked && ExpressionAttributeValues?.[asked]?.S)
}

const actionOf = (service: string, command: string): string =>
  ACTIONS[`${service}:${command}`] ?? `${service}:${command}`

function askedOfS3({ method, url }: AwsRequest): Omit<Call, 'caller'> {
  const { pathname, searchParams } = new URL(url, 'http://local')
  const [, bucket = '', key = ''] = /^\/([^/]+)\/?(.*)$/.exec(decodeURIComponent(pathname)) ?? []
  if (key === '') {
    const action = searchParams.has('versions') ? 's3:ListBucketVersions' : 's3:ListBucket'
    return { action, resource: `arn:aws:s3:::${bucket}` }
  }
  const version = searchParams.has('versionId') ? 'Version' : ''
  return { action: `s3:${OBJECT_ACTIONS[method]}${version}`, resource: `arn:aws:s3:::${bucket}/${key}` }
}
