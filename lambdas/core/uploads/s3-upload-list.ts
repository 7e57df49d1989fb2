import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import { UPLOAD_PREFIX } from '../store/keys.ts'
import type { ListedUpload, UploadList } from './uploads.ts'

export class S3UploadList implements UploadList {
  private readonly client: S3Client
  private readonly bucket: string

  constructor(client: S3Client, bucket: string) {
    this.client = client
    this.bucket = bucket
  }

  async *pages(): AsyncGenerator<ListedUpload[]> {
    const pages = paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket, Prefix: UPLOAD_PREFIX })
    for await (const { Contents = [] } of pages) {
      yield Contents.flatMap(({ Key, LastModified }) =>
        Key && LastModified ? [{ key: Key, uploadedAt: LastModified.toISOString() }] : [],
      )
    }
  }
}
