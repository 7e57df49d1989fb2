import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { runCli } from './run-cli.ts'

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'claimwire-start-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

it('says in one line that a folder or a port is in use, and what to type', async () => {
  const used = folder()
  writeFileSync(join(used, 'lock'), String(process.ppid))
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const onFolder = await runCli(['start', '--data', used])
  const onPort = await runCli(['start', '--data', join(folder(), 'data'), '--port', String(port)])
  expect([onFolder.code, onPort.code]).toEqual([1, 1])
  expect(onFolder.stderr).toMatch(/^claimwire: .* is in use by process \d+\. .*--data/m)
  expect(onPort.stderr).toMatch(/^claimwire: Port \d+ is taken .*--port/m)
})
