import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HttpAnswer } from '../events/http-answer.ts'
import type { HttpRequest } from '../events/http-event.ts'
import { InUseError } from '../template/local-cloud-error.ts'
import { LOOPBACK } from '../template/place.ts'

export type HttpHandler = (request: HttpRequest) => Promise<HttpAnswer>

export interface HttpServer {
  port: number
  /** Requests before this is called are answered with 503. */
  handle(handler: HttpHandler): void
  close(): Promise<void>
}

/** API Gateway's limit for a request. */
const MAX_BODY_BYTES = 10 * 1024 * 1024

/** An HTTP server on loopback; port 0 lets the system choose. */
export async function startHttpServer(port: number): Promise<HttpServer> {
  let handler: HttpHandler = async () => message(503, 'Service Unavailable')
  const server = createServer((request, response) => {
    answer(request, response, handler).catch(() => response.destroy())
  })
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new InUseError(`Port ${port} is taken by another program. Choose another one with --port.`)
          : error,
      ),
    )
    server.listen(port, LOOPBACK, done)
  })
  return {
    port: (server.address() as AddressInfo).port,
    handle: given => {
      handler = given
    },
    close: async () => {
      const closed = new Promise(done => server.close(done))
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 1000).unref()
      await closed
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, handler: HttpHandler): Promise<void> {
  const body = await readBody(request)
  const {
    status,
    headers,
    body: answered,
  } = body
    ? await handler({
        method: request.method ?? 'GET',
        url: request.url ?? '/',
        headers: request.headers,
        body,
        sourceIp: request.socket.remoteAddress ?? LOOPBACK,
      })
    : { ...message(413, 'Request Too Long'), headers: { connection: 'close' } }
  response.writeHead(status, { ...headers, 'content-length': answered.length })
  response.end(request.method === 'HEAD' ? undefined : answered)
  if (!body) request.resume()
}

/** Nothing, when it is over the limit. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((done, fail) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MAX_BODY_BYTES) done(undefined)
      else chunks.push(chunk)
    })
    request.on('end', () => done(Buffer.concat(chunks)))
    request.on('error', fail)
  })
}

/** API Gateway's own answers. */
export function message(status: number, text: string): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ message: text })),
  }
}
