import { GetObjectCommand, S3ServiceException } from '@aws-sdk/client-s3'
import type { Uploadable } from '../articles.ts'

export interface StoredObject extends Uploadable {
  key: string
  versionId: string
  /** By the bucket's own clock. */
  lastModified: number
  /** Deleted by whoever uploaded it. */
  isGone: boolean
}

/** A versioned bucket. */
export class Bucket {
  readonly objects: StoredObject[] = []

  put(upload: Uploadable, key: string, lastModified: number, isGone: boolean): StoredObject {
    const stored = { ...upload, key, lastModified, versionId: `v${this.objects.length}`, isGone }
    this.objects.push(stored)
    return stored
  }

  apply(command: unknown): { object: StoredObject; output: Record<string, unknown> } {
    if (!(command instanceof GetObjectCommand))
      throw new Error(`the simulated bucket doesn't know ${command?.constructor.name}`)
    const { Key, VersionId } = command.input
    const versions = this.objects.filter(({ key }) => key === Key)
    const object = VersionId ? versions.find(({ versionId }) => versionId === VersionId) : versions.at(-1)
    if (!object || object.isGone)
      throw new S3ServiceException({ name: 'NoSuchVersion', $fault: 'client', $metadata: {} })
    const bytes = bytesOf(object.body)
    const output = {
      Body: { transformToByteArray: async () => bytes, destroy: () => {} },
      ContentLength: bytes.length,
      ContentType: object.contentType,
      Metadata: object.metadata,
      LastModified: new Date(object.lastModified),
    }
    return { object, output }
  }
}

const encoded = new Map<string, Buffer>()
function bytesOf(body: string): Buffer {
  const bytes = encoded.get(body) ?? Buffer.from(body)
  encoded.set(body, bytes)
  return bytes
}

/** The notification of an upload, as S3 writes it. */
export const notificationOf = ({ key, versionId }: Pick<StoredObject, 'key' | 'versionId'>): string =>
  JSON.stringify({
    Records: [
      {
        eventName: 'ObjectCreated:Put',
        s3: { object: { key: encodeURIComponent(key).replaceAll('%20', '+'), versionId } },
      },
    ],
  })
