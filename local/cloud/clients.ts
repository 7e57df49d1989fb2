import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SNSClient } from '@aws-sdk/client-sns'
import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs'
import { CREDENTIALS, LOOPBACK, REGION } from './template/place.ts'

export interface Endpoints {
  dynamodb: string
  /** Invocations of the functions. */
  lambda: string
  /** S3, SQS and SNS. */
  messaging: string
}

export interface Clients {
  dynamodb: DynamoDBClient
  s3: S3Client
  sqs: SQSClient
  sns: SNSClient
}

export function endpoints(ports: Record<keyof Endpoints, number>): Endpoints {
  const at = (port: number) => `http://${LOOPBACK}:${port}`
  return { dynamodb: at(ports.dynamodb), lambda: at(ports.lambda), messaging: at(ports.messaging) }
}

export function createClients(
  { dynamodb, messaging }: Pick<Endpoints, 'dynamodb' | 'messaging'>,
  given: Pick<SQSClientConfig, 'credentials' | 'retryStrategy'> = {},
): Clients {
  const shared = { region: REGION, credentials: CREDENTIALS, ...given }
  return {
    dynamodb: new DynamoDBClient({ ...shared, endpoint: dynamodb }),
    s3: new S3Client({ ...shared, endpoint: messaging, forcePathStyle: true }),
    sqs: new SQSClient({ ...shared, endpoint: messaging }),
    sns: new SNSClient({ ...shared, endpoint: messaging }),
  }
}

/** A client that signs as a function, and so may do what the function may. */
export function sqsAs(functionName: string, { messaging }: Pick<Endpoints, 'messaging'>): SQSClient {
  const credentials = { ...CREDENTIALS, accessKeyId: functionName }
  return new SQSClient({ region: REGION, credentials, endpoint: messaging })
}

export function destroyClients(clients: Clients): void {
  for (const client of Object.values(clients)) client.destroy()
}

/** What makes an SDK client with no options of its own talk to the local cloud, and to nothing else. */
export function sdkEnvironment({ dynamodb, lambda, messaging }: Endpoints): Record<string, string> {
  return {
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL: messaging,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_LAMBDA: lambda,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  }
}
