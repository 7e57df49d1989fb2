import { createHash, createHmac } from 'node:crypto'

export interface Arrived {
  method: string
  /** As they stand in the request line. */
  path: string
  query: string
  headers: Record<string, string>
  body: string
}

/** The signature that a request must have, worked out by the steps of the AWS General Reference, apart from any library. */
export function expectedSignature({ method, path, query, headers, body }: Arrived, secret: string): string {
  const { scope, signed } = partsOf(headers.authorization!)
  const canonical = [
    method,
    // Every service but S3 encodes the path once more.
    encodeURIComponent(path)
      .replaceAll('%2F', '/')
      .replace(/[!'()*]/g, hex),
    query.split('&').sort().join('&'),
    ...signed.map(name => `${name}:${headers[name]!.trim()}`),
    '',
    signed.join(';'),
    sha256(body),
  ].join('\n')
  const [date, region, service] = scope as [string, string, string]
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope.join('/'), sha256(canonical)].join('\n')
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (key, part) => hmac(key, part),
    `AWS4${secret}`,
  )
  return hmac(key, text).toString('hex')
}

export function partsOf(authorization: string) {
  const [, accessKeyId, scope, signed, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(authorization) ??
    []
  return { accessKeyId, scope: scope!.split('/'), signed: signed!.split(';'), signature }
}

const hex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
