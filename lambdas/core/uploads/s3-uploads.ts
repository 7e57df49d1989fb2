import type { Readable } from 'node:stream'
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { MAX_UPLOAD_BYTES } from '../article/article.ts'
import { decodeWords } from './encoded-word.ts'
import type { UploadedObject, UploadRef, Uploads, UploadTarget } from './uploads.ts'

export class S3Uploads implements Uploads, UploadTarget {
  private readonly client: S3Client
  private readonly bucket: string

  constructor(client: S3Client, bucket: string) {
    this.client = client
    this.bucket = bucket
  }

  async read({ key, versionId }: UploadRef): Promise<UploadedObject | null> {
    const command = new GetObjectCommand({ Bucket: this.bucket, Key: key, VersionId: versionId })
    try {
      const {
        Body,
        ContentLength = 0,
        ContentType,
        Metadata = {},
        LastModified,
        VersionId,
      } = await this.client.send(command)
      const uploadedAt = (LastModified ?? new Date(0)).toISOString()
      const metadata = Object.fromEntries(Object.entries(Metadata).map(([name, value]) => [name, decodeWords(value)]))
      const rest = { size: ContentLength, contentType: ContentType, metadata, uploadedAt, versionId: VersionId }
      if (ContentLength > MAX_UPLOAD_BYTES) {
        ;(Body as Readable | undefined)?.destroy()
        return { body: null, ...rest }
      }
      return { body: (await Body?.transformToByteArray()) ?? new Uint8Array(), ...rest }
    } catch (error) {
      if (isGone(error)) return null
      throw error
    }
  }

  async put(key: string, body: string, contentType: string): Promise<void> {
    await this.client.send(
      new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: body, ContentType: contentType }),
    )
  }
}

/** The SDK has no class for a version that is gone, only its error code. */
const isGone = (error: unknown): boolean =>
  error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NoSuchVersion')
