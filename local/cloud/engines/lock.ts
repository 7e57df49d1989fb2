import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InUseError } from '../template/local-cloud-error.ts'

const held = new Set<string>()

/** Two local clouds on one data folder would ruin it. Gives the function that releases it; a killed process holds nothing. */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'lock')
  const holder = Number(read(path))
  if (held.has(path) || (holder && holder !== process.pid && isRunning(holder))) {
    throw new InUseError(
      `${dataDir} is in use by process ${holder}. Stop it first, or choose another folder with --data. (If it is something else, delete ${path}.)`,
    )
  }
  writeFileSync(path, String(process.pid))
  held.add(path)
  return () => {
    held.delete(path)
    rmSync(path, { force: true })
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
