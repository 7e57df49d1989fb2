import { closeSync, existsSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Closing } from './closing.ts'
import { lockFolder } from './engines/lock.ts'

/** Whether nothing has run on it yet. */
export function openFolder(dataDir: string | null, closing: Closing): boolean {
  if (!dataDir) return true
  const isNew = !existsSync(dataDir)
  closing.push(lockFolder(dataDir))
  return isNew
}

/** Holds what was written since the start. */
export function logFile(path: string, closing: Closing): (line: string) => void {
  const file = openSync(path, 'w')
  let isOpen = true
  closing.push(() => {
    isOpen = false
    closeSync(file)
  })
  return line => {
    if (isOpen) writeSync(file, `${line}\n`)
  }
}

/** Where the engines of the running process are, for commands that ask them; gone when it ends. */
export function tellEndpoints(dataDir: string | null, endpoints: Record<string, string>, closing: Closing): void {
  if (!dataDir) return
  const file = join(dataDir, 'endpoints.json')
  writeFileSync(file, JSON.stringify(endpoints), { mode: 0o600 })
  closing.push(() => rmSync(file, { force: true }))
}
