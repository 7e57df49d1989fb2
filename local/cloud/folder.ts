import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
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
