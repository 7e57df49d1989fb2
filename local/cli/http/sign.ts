import { HttpRequest } from '@smithy/core/protocols'
import { Hash } from '@smithy/core/serde'
import { SignatureV4 } from '@smithy/signature-v4'

export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}
export interface Unsigned {
  method: string
  url: URL
  headers: Record<string, string>
  body?: string
}

/** The headers of a request with AWS Signature Version 4 among them; `service` is `execute-api` for API Gateway. */
export async function sign(
  { method, url, headers, body }: Unsigned,
  { credentials, region, service, at }: { credentials: Credentials; region: string; service: string; at: Date },
): Promise<Record<string, string>> {
  const signer = new SignatureV4({
    service,
    region,
    credentials,
    sha256: Hash.bind(null, 'sha256'),
    applyChecksum: false,
  })
  const request = new HttpRequest({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { ...headers, host: url.host },
    body,
  })
  const { host, ...signed } = (await signer.sign(request, { signingDate: at })).headers
  return signed
}
