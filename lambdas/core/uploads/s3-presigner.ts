import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { encodeWord } from './encoded-word.ts'
import type { Presigned, Presigner, PresignRequest } from './uploads.ts'

const SECONDS = 900

export class S3Presigner implements Presigner {
  private readonly client: S3Client
  private readonly bucket: string

  /** The client must not add checksums of a body that isn't there: `requestChecksumCalculation: 'WHEN_REQUIRED'`. */
  constructor(client: S3Client, bucket: string) {
    this.client = client
    this.bucket = bucket
  }

  async presign({ key, size, contentType, metadata }: PresignRequest): Promise<Presigned> {
    const given = Object.entries(metadata).map(([name, value]) => [name.toLowerCase(), encodeWord(value)])
    const command = new PutObjectCommand({
      Bucket: this.bucket,
      Key: key,
      ContentLength: size,
      ContentType: contentType,
      Metadata: Object.fromEntries(given),
    })
    const own = given.map(([name, value]) => [`x-amz-meta-${name}`, value] as const)
    const signed = new Set(['content-type', 'content-length', ...own.map(([name]) => name)])
    const url = await getSignedUrl(this.client, command, {
      expiresIn: SECONDS,
      signableHeaders: signed,
      // As headers: S3 takes metadata from nowhere else.
      unhoistableHeaders: signed,
    })
    const expiresAt = new Date(Date.now() + SECONDS * 1000).toISOString()
    return { url, headers: { 'content-type': contentType, ...Object.fromEntries(own) }, expiresAt }
  }
}
