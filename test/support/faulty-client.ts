import { Readable } from 'node:stream'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** What becomes of one request on the wire. */
export type WireFate = 'done' | 'throttled' | 'refused' | 'lost before' | 'lost after'

type Handler = NonNullable<DynamoDBClient['config']['requestHandler']>
type Answer = Awaited<ReturnType<Handler['handle']>>

/** A real client of a local engine, whose requests meet the fates; the SDK's own second try meets the next one. */
export function faultyClient(endpoint: string, next: () => WireFate): DynamoDBDocumentClient {
  const options = { endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
  const client = new DynamoDBClient({ ...options, retryStrategy: twice })
  const wire = client.config.requestHandler
  const send = wire.handle.bind(wire)
  wire.handle = async (...request) => {
    const fate = next()
    if (fate === 'throttled') return errorOf(400, 'ProvisionedThroughputExceededException')
    if (fate === 'refused') return errorOf(500, 'InternalServerError')
    if (fate === 'lost before') throw lost()
    const answer = await send(...request)
    if (fate === 'lost after') throw lost()
    return answer
  }
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

const lost = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' })

const errorOf = (statusCode: number, type: string): Answer => {
  const body = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type })
  const headers = { 'content-type': 'application/x-amz-json-1.0' }
  return { response: { statusCode, headers, body: Readable.from([Buffer.from(body)]) } } as unknown as Answer
}

/** The SDK tries twice, and doesn't wait in between. */
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
