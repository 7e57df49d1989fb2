/** One version of an uploaded object. */
export interface UploadRef {
  key: string
  versionId: string | undefined
}
export interface UploadedObject {
  /** Null where it is over the limit: then it was not read. */
  body: Uint8Array | null
  /** In bytes. */
  size: number
  contentType: string | undefined
  /** What was given with the upload: title, source, url, published … */
  metadata: Record<string, string>
  /** ISO 8601 UTC. */
  uploadedAt: string
  /** Where the bucket keeps versions: which one this is. */
  versionId?: string | undefined
}

/** Where uploads lie. */
export interface Uploads {
  /** Null where that version is gone. */
  read(ref: UploadRef): Promise<UploadedObject | null>
}
export interface ListedUpload {
  key: string
  /** ISO 8601 UTC, of the version that stands. */
  uploadedAt: string
}
/** All that lies there, the current versions only; a page at a time. */
export interface UploadList {
  pages(): AsyncIterable<ListedUpload[]>
}
/** Tells the pipeline of an upload, as the bucket does. */
export interface UploadNotices {
  /** May be repeated; reading twice is reading once. */
  tell(ref: UploadRef): Promise<void>
}
/** Where an accepted article is put for the pipeline. */
export interface UploadTarget {
  put(key: string, body: string, contentType: string): Promise<void>
}

export interface PresignRequest {
  key: string
  /** In bytes: the upload must have exactly so many. */
  size: number
  contentType: string
  metadata: Record<string, string>
}
export interface Presigned {
  /** To PUT the body to, with these headers, before it expires. */
  url: string
  headers: Record<string, string>
  /** ISO 8601 UTC. */
  expiresAt: string
}
/** Lets somebody without rights of their own upload one object. */
export interface Presigner {
  presign(request: PresignRequest): Promise<Presigned>
}
