import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface StoredVersion {
  bucket: string
  key: string
  versionId: string
  /** A delete marker has no body. */
  deleted: boolean
  etag: string
  size: number
  contentType: string
  lastModified: string
  metadata: Record<string, string>
  /** Whether the bucket's notifications for it were handed over. */
  notified: boolean
}

/** Where object versions live. */
export interface ObjectFiles {
  /** Oldest first. */
  list(): StoredVersion[]
  write(version: StoredVersion, body?: Buffer): void
  read(version: StoredVersion): Buffer
  remove(version: StoredVersion): void
}

/** One file for the body and one for the rest; a version exists once the second is there. */
export function objectFilesIn(directory: string): ObjectFiles {
  const path = ({ versionId }: StoredVersion, suffix: string) => join(directory, `${versionId}${suffix}`)
  mkdirSync(directory, { recursive: true })
  return {
    list: () => {
      const names = readdirSync(directory).filter(name => name.endsWith('.json'))
      return names.sort().map(name => JSON.parse(readFileSync(join(directory, name), 'utf8')))
    },
    write: (version, body) => {
      if (body) writeFileSync(path(version, '.body'), body)
      writeFileSync(path(version, '.new'), JSON.stringify(version))
      renameSync(path(version, '.new'), path(version, '.json'))
    },
    read: version => readFileSync(path(version, '.body')),
    remove: version => {
      for (const suffix of ['.json', '.body']) rmSync(path(version, suffix), { force: true })
    },
  }
}

export function objectFilesInMemory(): ObjectFiles {
  const versions = new Map<string, { version: StoredVersion; body: Buffer }>()
  return {
    list: () => [...versions.values()].map(({ version }) => version),
    write: (version, body) => {
      const kept = body ?? versions.get(version.versionId)?.body ?? Buffer.alloc(0)
      versions.set(version.versionId, { version, body: kept })
    },
    read: version => versions.get(version.versionId)!.body,
    remove: version => void versions.delete(version.versionId),
  }
}
