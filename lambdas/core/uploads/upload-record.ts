import { createHash } from 'node:crypto'
import { MAX_UPLOAD_BYTES } from '../article/article.ts'
import { namedFields } from '../article/metadata.ts'
import type { Upload } from '../article/read-upload.ts'
import { Rejection } from '../article/rejection.ts'
import type { UploadedObject, UploadRef } from './uploads.ts'

/** An uploaded object as an article is read from it. @throws {Rejection} too-large. */
export function asUpload({ key }: UploadRef, { body, size, contentType, metadata }: UploadedObject): Upload {
  if (!body) {
    throw new Rejection('too-large', `The upload has ${size} bytes; at most ${MAX_UPLOAD_BYTES} are read.`)
  }
  const fields = namedFields(Object.entries(metadata))
  return { body, contentType, fileName: key.slice(key.lastIndexOf('/') + 1), metadata: fields }
}

/** Where a rejected upload is recorded: the same for the same version of the same object. */
export const rejectionId = ({ key, versionId }: UploadRef): string =>
  `r${createHash('sha256')
    .update(`${key}\n${versionId ?? ''}`)
    .digest('hex')
    .slice(0, 20)}`
