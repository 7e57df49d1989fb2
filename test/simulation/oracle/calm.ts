import { ANY_NAMES, type Clients, system } from '../system.ts'
import { Bucket, notificationOf, type StoredObject } from '../world/bucket.ts'
import type { Step } from '../world/history.ts'
import type { Handler } from '../world/lambda.ts'
import { TableEngine, type TableView } from '../world/table-engine.ts'
import { Topic } from '../world/topic.ts'

const ALWAYS_FRESH: TableView = { now: 0, lag: () => 0, onStale: () => {}, onCreated: () => {} }

/** What the same steps leave behind where nothing fails, nothing comes twice, and each waits for the one before it. */
export async function playCalmly(
  steps: readonly Step[],
  uploaded: readonly StoredObject[],
): Promise<{ table: TableEngine; topic: Topic }> {
  const table = new TableEngine()
  const topic = new Topic()
  const bucket = new Bucket()
  bucket.objects.push(...uploaded.map(object => ({ ...object, isGone: false })))
  const clients: Clients = {
    table: { send: async command => table.apply(command, ALWAYS_FRESH) },
    bucket: { send: async command => bucket.apply(command).output },
    claims: { send: async () => ({}) },
    topic: { send: async command => topic.apply(command) },
    names: ANY_NAMES,
    now: () => 0,
  }
  const handlers = { ingest: system.ingest(clients), alert: system.alert(clients) }
  const ordered = [...steps].sort((a, b) => a.order - b.order)
  for (const { handler, body } of ordered) await take(handlers[handler], body)
  return { table, topic }
}

async function take(handle: Handler, body: string): Promise<void> {
  const record = {
    messageId: 'm',
    receiptHandle: 'r',
    attributes: {},
    body,
  } as Parameters<Handler>[0]['Records'][number]
  const { batchItemFailures } = await handle({ Records: [record] })
  if (batchItemFailures.length > 0) throw new Error(`the calm run failed at ${body}`)
}

/** The steps of uploads that can't be read: they may be taken at any time. */
export const lastly = (objects: readonly StoredObject[]): Step[] =>
  objects.map(object => ({ order: Number.POSITIVE_INFINITY, handler: 'ingest', body: notificationOf(object) }))
