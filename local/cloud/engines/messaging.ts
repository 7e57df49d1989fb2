import { join } from 'node:path'
import { buildApp } from 'fauxqs'
import type { AwsRequest } from '../rights/call.ts'
import { denial } from '../rights/denial.ts'
import type { Guard } from '../rights/guard.ts'
import { LOOPBACK, REGION } from '../template/place.ts'
import { loadFauxqs } from './fauxqs.ts'
import { objectFilesIn, objectFilesInMemory, type StoredVersion } from './object-files.ts'
import { atVersion, newVersionId, VersionedObjects } from './objects.ts'
import { DurableQueues } from './queues.ts'

export interface Messaging {
  port: number
  queues: DurableQueues
  objects: VersionedObjects
  createBucket(name: string, versioned: boolean): void
  /** Must be called before the first request. */
  connect(handlers: MessagingHandlers): void
  close(): Promise<void>
}

export interface MessagingHandlers {
  guard: Guard
  onObjectCreated(version: StoredVersion): void
  /** Answers a request of the SNS Query protocol with XML. */
  answerSns(form: URLSearchParams): Promise<{ status: number; xml: string }>
}

/**
 * S3, SQS and SNS on one loopback port: fauxqs speaks the protocols of the first two, its stores made to last by ours.
 * A null data folder keeps everything in memory.
 */
export async function startMessaging(dataDir: string | null): Promise<Messaging> {
  const { SqsStore, SnsStore, S3Store, S3Error } = await loadFauxqs()
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() }
  const queues = new DurableQueues(stores.sqsStore, SqsStore.createMessage, dataDir && join(dataDir, 'messages.jsonl'))
  const files = dataDir ? objectFilesIn(join(dataDir, 'objects')) : objectFilesInMemory()
  const noSuchVersion = (versionId: string) => new S3Error('NoSuchVersion', `There is no version ${versionId}.`, 404)
  let handlers: MessagingHandlers | undefined
  const onCreated = (version: StoredVersion) => handlers?.onObjectCreated(version)
  const objects = new VersionedObjects(stores.s3Store, files, onCreated, noSuchVersion)
  const versioned = new Set<string>()

  const app = buildApp({ logger: false, defaultRegion: REGION, stores })
  app.addHook('preHandler', async (request, reply) => {
    const asked = awsRequest(request)
    const refused = handlers?.guard.refuse(asked)
    if (!refused) return
    const { status, type, body } = denial(asked.service, refused)
    return reply.status(status).header('content-type', type).send(body)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 404) return payload
    const asked = awsRequest(request)
    const refused = asked.service === 's3' && handlers?.guard.refuseAbsence(asked)
    if (!refused) return payload
    const { status, type, body } = denial('s3', refused)
    reply.status(status).header('content-type', type)
    return body
  })
  app.addHook('preHandler', async (request, reply) => {
    const params = request.params as { bucket?: string; '*'?: string }
    const query = request.query as Record<string, string>
    const key = params['*']
    if (!key || !params.bucket || !versioned.has(params.bucket) || query.uploadId) return
    const asked = request.method === 'PUT' ? newVersionId() : query.versionId
    if (asked) params['*'] = atVersion(key, asked)
    const versionId = asked ?? objects.currentVersion(params.bucket, key)
    if (versionId) reply.header('x-amz-version-id', versionId)
  })
  app.addHook('preHandler', async (request, reply) => {
    const form = snsForm(request.method, request.url, request.body)
    if (!form || !handlers) return
    const { status, xml } = await handlers.answerSns(form)
    return reply.status(status).header('content-type', 'text/xml').send(xml)
  })
  await app.listen({ port: 0, host: LOOPBACK })
  return {
    port: (app.server.address() as { port: number }).port,
    queues,
    objects,
    createBucket: (name, keepVersions) => {
      stores.s3Store.createBucket(name)
      if (keepVersions) versioned.add(name)
    },
    connect: given => {
      handlers = given
    },
    close: async () => {
      await app.close()
      queues.close()
    },
  }
}

/** SDKs post a form to `/`; the links in a subscription's confirmation are GETs. */
function snsForm(method: string, url: string, body: unknown): URLSearchParams | undefined {
  if (method === 'GET' && url.startsWith('/?Action=')) return new URLSearchParams(url.slice(2))
  const isForm = method === 'POST' && url === '/' && typeof body === 'object' && body !== null && 'Action' in body
  return isForm && body.Action !== 'GetCallerIdentity' ? new URLSearchParams(body as Record<string, string>) : undefined
}

function awsRequest({ method, url, headers, body }: Omit<AwsRequest, 'service'>): AwsRequest {
  const isSqs = String(headers['x-amz-target'] ?? '').startsWith('AmazonSQS.')
  return { service: isSqs ? 'sqs' : snsForm(method, url, body) ? 'sns' : 's3', method, url, headers, body }
}
