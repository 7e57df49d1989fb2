import { randomBytes } from 'node:crypto'
import type { S3Object, S3Store } from './fauxqs.ts'
import type { ObjectFiles, StoredVersion } from './object-files.ts'

/** S3 has no NUL in a key, so a key and a version id can travel through fauxqs as one. */
const SEPARATOR = '\0'

export const atVersion = (key: string, versionId: string): string => `${key}${SEPARATOR}${versionId}`

let created = 0
/** Sorts by time of creation, within a process and across restarts. */
export function newVersionId(): string {
  created++
  return `${Date.now().toString(36).padStart(10, '0')}.${String(created).padStart(9, '0')}.${randomBytes(6).toString('hex')}`
}

/**
 * Gives fauxqs's S3 store files, versions and a voice: what is put is kept with its version, and `onCreated` hears of it
 * before the upload is acknowledged; of a put that a kill cut off before that, it hears at the next start.
 */
export class VersionedObjects {
  readonly #store: S3Store
  readonly #files: ObjectFiles
  readonly #versions = new Map<string, StoredVersion[]>()
  readonly #onCreated: (version: StoredVersion) => void
  readonly #noSuchVersion: (versionId: string) => Error

  constructor(
    store: S3Store,
    files: ObjectFiles,
    onCreated: (version: StoredVersion) => void,
    noSuchVersion: (versionId: string) => Error,
  ) {
    this.#store = store
    this.#files = files
    this.#onCreated = onCreated
    this.#noSuchVersion = noSuchVersion
    this.#override()
  }

  /** Brings back what earlier processes kept. Call when the buckets and the queues exist. */
  recover(): void {
    for (const version of this.#files.list()) {
      if (!this.#store.hasBucket(version.bucket)) continue
      this.#of(version.bucket, version.key).push(version)
      this.#showCurrent(version.bucket, version.key)
      if (!version.notified) this.#announce(version)
    }
  }

  currentVersion(bucket: string, key: string): string | undefined {
    return this.#versions.get(`${bucket}/${key}`)?.at(-1)?.versionId
  }

  #override(): void {
    const store = this.#store
    const put = store.putObject.bind(store)
    const get = store.getObject.bind(store)
    const complete = store.completeMultipartUpload.bind(store)
    const create = store.createMultipartUpload.bind(store)
    const uploads = new Map<string, string>()

    store.putObject = (bucket, keyAndVersion, body, contentType, metadata) => {
      const [key, versionId] = split(keyAndVersion)
      return this.#keep(bucket, put(bucket, key, body, contentType, metadata), versionId)
    }
    store.getObject = (bucket, keyAndVersion) => {
      const [key, versionId] = split(keyAndVersion)
      if (!versionId) return get(bucket, key)
      const version = this.#of(bucket, key).find(candidate => candidate.versionId === versionId)
      if (!version || version.deleted) throw this.#noSuchVersion(versionId)
      return this.#asObject(version)
    }
    store.createMultipartUpload = (bucket, key, ...rest) => {
      const id = create(bucket, key, ...rest)
      uploads.set(id, bucket)
      return id
    }
    store.completeMultipartUpload = (uploadId, parts) => this.#keep(uploads.get(uploadId)!, complete(uploadId, parts))
    store.deleteObject = (bucket, keyAndVersion) => this.#delete(bucket, ...split(keyAndVersion))
  }

  #keep(bucket: string, object: S3Object, versionId = newVersionId()): S3Object {
    const { key, etag, contentType, metadata } = object
    const lastModified = object.lastModified.toISOString()
    const version: StoredVersion = {
      ...{ bucket, key, versionId, deleted: false, etag, size: object.contentLength },
      ...{ contentType, lastModified, metadata, notified: false },
    }
    this.#files.write(version, object.body)
    this.#of(bucket, key).push(version)
    this.#announce(version)
    this.#showCurrent(bucket, key)
    return object
  }

  #announce(version: StoredVersion): void {
    if (!version.deleted) this.#onCreated(version)
    version.notified = true
    this.#files.write(version)
  }

  #delete(bucket: string, key: string, versionId?: string): void {
    const versions = this.#of(bucket, key)
    const index = versions.findIndex(candidate => candidate.versionId === versionId)
    if (versionId && index >= 0) {
      for (const removed of versions.splice(index, 1)) this.#files.remove(removed)
    } else if (!versionId && versions.length > 0) {
      const marker: StoredVersion = { ...versions.at(-1)!, versionId: newVersionId(), deleted: true, notified: true }
      versions.push(marker)
      this.#files.write(marker)
    }
    this.#showCurrent(bucket, key)
  }

  /** fauxqs lists and reads its own map of current objects; bodies stay in the files. */
  #showCurrent(bucket: string, key: string): void {
    const current = this.#of(bucket, key).at(-1)
    const base = Object.getPrototypeOf(this.#store) as S3Store
    if (!current || current.deleted) {
      base.deleteObject.call(this.#store, bucket, key)
      return
    }
    const shown = base.putObject.call(this.#store, bucket, key, Buffer.alloc(0))
    Object.defineProperties(shown, Object.getOwnPropertyDescriptors(this.#asObject(current)))
  }

  #asObject(version: StoredVersion): S3Object {
    const files = this.#files
    return {
      key: version.key,
      get body() {
        return files.read(version)
      },
      contentType: version.contentType,
      contentLength: version.size,
      etag: version.etag,
      lastModified: new Date(version.lastModified),
      metadata: version.metadata,
    }
  }

  #of(bucket: string, key: string): StoredVersion[] {
    const name = `${bucket}/${key}`
    const versions = this.#versions.get(name) ?? []
    this.#versions.set(name, versions)
    return versions
  }
}

function split(keyAndVersion: string): [key: string, versionId?: string] {
  const [key = '', versionId] = keyAndVersion.split(SEPARATOR)
  return versionId ? [key, versionId] : [key]
}
