import type { S3Event } from 'aws-lambda'
import type { StoredVersion } from '../engines/object-files.ts'
import { REGION } from '../template/place.ts'

/** What S3 tells a queue about a new object: the key is encoded as in a form. */
export function s3Event(version: StoredVersion, versioned: boolean, configurationId: string): S3Event {
  const { bucket, key, versionId, size, etag, lastModified } = version
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: REGION,
        eventTime: lastModified,
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'local' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': versionId, 'x-amz-id-2': 'local' },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId,
          bucket: { name: bucket, ownerIdentity: { principalId: 'local' }, arn: `arn:aws:s3:::${bucket}` },
          object: {
            key: formEncode(key),
            size,
            eTag: etag.replaceAll('"', ''),
            ...(versioned ? { versionId } : {}),
            sequencer: sequencer(versionId),
          },
        },
      },
    ],
  }
}

/** Hexadecimal, and later for a later version of the same key. */
function sequencer(versionId: string): string {
  const [time = '0', count = '0'] = versionId.split('.')
  return Number.parseInt(time, 36).toString(16).padStart(12, '0') + Number(count).toString(16).padStart(6, '0')
}

function formEncode(key: string): string {
  const encoded = encodeURIComponent(key).replace(
    /[!'()~]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return encoded.replaceAll('%20', '+').replaceAll('%2F', '/')
}
