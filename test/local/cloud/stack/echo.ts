import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda'

/** Answers with the event it got; a POST of `bytes` with bytes, of `boom` with nothing. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  if (event.body === 'boom') throw new Error('as asked')
  if (event.body === 'bytes') {
    const headers = { 'Content-Type': 'application/octet-stream' }
    return { statusCode: 201, headers, cookies: ['a=1', 'b=2'], body: '/wD/', isBase64Encoded: true }
  }
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) }
}
