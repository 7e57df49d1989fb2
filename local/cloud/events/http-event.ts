import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { ACCOUNT } from '../template/place.ts'

export interface HttpRequest {
  method: string
  /** Path and query, as sent. */
  url: string
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  sourceIp: string
}

/** What an HTTP API hands a function: payload format 2.0. */
export function httpEvent(
  request: HttpRequest,
  route: { key: string; parameters: Record<string, string> },
  call: { apiId: string; requestId: string; now: Date },
): APIGatewayProxyEventV2 {
  const [path = '/', query = ''] = splitOnce(request.url, '?')
  const { cookie, ...others } = request.headers
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  )
  const isText = isTextBody(headers['content-type'], request.body)
  const host = headers.host ?? ''
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: decodePath(path),
    rawQueryString: query,
    ...(cookie ? { cookies: String(cookie).split('; ') } : {}),
    headers,
    ...(query ? { queryStringParameters: joined(new URLSearchParams(query)) } : {}),
    ...(Object.keys(route.parameters).length > 0 ? { pathParameters: route.parameters } : {}),
    requestContext: {
      accountId: ACCOUNT,
      apiId: call.apiId,
      domainName: host,
      domainPrefix: host.split('.')[0] ?? '',
      http: {
        method: request.method,
        path: decodePath(path),
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: call.requestId,
      routeKey: route.key,
      stage: '$default',
      time: commonLogTime(call.now),
      timeEpoch: call.now.getTime(),
    },
    ...(request.body.length > 0 ? { body: request.body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: request.body.length > 0 && !isText,
  }
}

/** API Gateway passes text on as it is and the rest in base64; bytes that aren't UTF-8 must not be mended on the way. */
function isTextBody(contentType: string | undefined, body: Buffer): boolean {
  const textual = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded)|[^;]+\+(json|xml))/i
  return textual.test(contentType ?? '') && body.equals(Buffer.from(body.toString('utf8')))
}

/** The raw path of payload 2.0 is the decoded one. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A parameter given twice is one value with a comma. */
function joined(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map(name => [name, query.getAll(name).join(',')]))
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** `23/Sep/2020:18:05:11 +0000` */
function commonLogTime(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ')
  return `${day}/${month}/${year}:${time} +0000`
}
