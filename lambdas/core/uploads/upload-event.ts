import * as z from 'zod'
import type { UploadRef } from './uploads.ts'

const schema = z.object({
  Records: z
    .array(
      z.object({
        eventName: z.string(),
        s3: z.object({ object: z.object({ key: z.string(), versionId: z.string().optional() }) }),
      }),
    )
    // `s3:TestEvent`, sent when a notification is set up, has no Records.
    .default([]),
})

/** The uploads that an S3 notification tells of. Keys arrive URL-encoded, with a plus for a space. @throws where it is no notification. */
export function uploadsIn(body: string): UploadRef[] {
  return schema.parse(JSON.parse(body)).Records.map(({ s3: { object } }) => ({
    key: decodeURIComponent(object.key.replaceAll('+', ' ')),
    versionId: object.versionId,
  }))
}

/** A notification as `uploadsIn` reads it. */
export function notificationOf({ key, versionId }: UploadRef): string {
  const object = { key: encodeURIComponent(key), versionId }
  return JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Sweep', s3: { object } }] })
}
