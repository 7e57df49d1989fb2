import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { LOOPBACK } from '../template/place.ts'

type Dynalite = (options: { path?: string; createTableMs?: number; deleteTableMs?: number }) => Server

export interface Tables {
  port: number
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
    close: () => {
      server.closeAllConnections()
      return new Promise((done, fail) => server.close(error => (error ? fail(error) : done())))
    },
  }
}
