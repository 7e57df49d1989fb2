import { mkdirSync } from 'node:fs'
import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { denial } from '../rights/denial.ts'
import type { Guard } from '../rights/guard.ts'
import { LOOPBACK } from '../template/place.ts'

type Dynalite = (options: { path?: string; createTableMs?: number; deleteTableMs?: number }) => Server

export interface Tables {
  port: number
  /** From now on nothing is answered that the guard refuses. */
  guard(guard: Guard): void
  close(): Promise<void>
}

/** DynamoDB on a loopback port; a path keeps it in LevelDB there, null in memory. */
export async function startTables(path: string | null): Promise<Tables> {
  const dynalite = createRequire(import.meta.url)('dynalite') as Dynalite
  if (path) mkdirSync(path, { recursive: true })
  const server = dynalite({ ...(path ? { path } : {}), createTableMs: 0, deleteTableMs: 0 })
  await new Promise<void>(done => server.listen(0, LOOPBACK, done))
  return {
    port: (server.address() as AddressInfo).port,
    guard: guard => stand(guard, server),
    close: () => {
      server.closeAllConnections()
      return new Promise((done, fail) => server.close(error => (error ? fail(error) : done())))
    },
  }
}

/** dynalite has no hooks: its listener is given a replay of what the guard has read. */
function stand(guard: Guard, server: Server): void {
  const [answer] = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', async (request, response) => {
    const { method = '', url = '', headers } = request
    const body = await buffer(request).catch(() => undefined)
    if (!body) return response.destroy()
    const refused = guard.refuse({ service: 'dynamodb', method, url, headers, body: parsed(body) })
    if (refused) {
      const { status, type, body } = denial('dynamodb', refused)
      return response.writeHead(status, { 'content-type': type }).end(body)
    }
    answer!(Object.assign(Readable.from([body]), { method, url, headers }) as unknown as IncomingMessage, response)
  })
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}
