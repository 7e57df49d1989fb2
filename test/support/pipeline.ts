import path from 'node:path'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import type { Alert } from '../../lambdas/core/notify/alert.ts'
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../local/cloud/local-cloud.ts'
import { synthesised } from '../run/folder.ts'

export interface Pipeline {
  cloud: LocalCloud
  /** All alerts that were published, repeats included. */
  alerts: Alert[]
  /** Puts an object into the bucket, as any S3 client would. */
  upload(
    key: string,
    body: string | Uint8Array,
    given?: { type?: string; metadata?: Record<string, string> },
  ): Promise<void>
  get(path: string): Promise<{ status: number; body: unknown }>
  /** GETs again until `done`, for what takes a moment. */
  until<T>(path: string, done: (body: T) => boolean): Promise<T>
}

/** The whole pipeline on local engines, made from the synthesised template, with real SDK clients. */
export async function startPipeline(
  dataDir: string | null = null,
  given: Pick<LocalCloudOptions, 'webhookRetryMs' | 'log'> = {},
): Promise<Pipeline> {
  const projectRoot = path.resolve(import.meta.dirname, '../..')
  const template = await synthesised()
  const cloud = await startLocalCloud({ template, projectRoot, dataDir, retryAfterSeconds: 1, ...given })
  const [bucket] = Object.values(cloud.refs('AWS::S3::Bucket'))
  const alerts: Alert[] = []
  cloud.onPublished(({ message }) => alerts.push(JSON.parse(message.default)))
  const get = async (route: string) => {
    const response = await fetch(`${cloud.apiUrl}${route}`)
    return { status: response.status, body: await response.json() }
  }
  return {
    cloud,
    alerts,
    get,
    upload: async (key, body, { type, metadata } = {}) => {
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: type,
        Metadata: metadata,
      })
      await cloud.clients.s3.send(command)
    },
    until: async <T>(route: string, done: (body: T) => boolean): Promise<T> => {
      for (const end = Date.now() + 30_000; ; ) {
        const { body } = await get(route)
        if (done(body as T)) return body as T
        if (Date.now() > end) throw new Error(`GET ${route} never came to what was awaited: ${JSON.stringify(body)}`)
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    },
  }
}
