import { resourcesOf, type Template } from '../../local/cloud/template/template.ts'
import type { FunctionSettings } from './world/lambda.ts'
import type { QueueSettings } from './world/queue.ts'

export interface Settings {
  uploads: QueueSettings
  uploadsDead: QueueSettings
  claims: QueueSettings
  claimsDead: QueueSettings
  ingest: FunctionSettings
  alert: FunctionSettings
}

/** More than a small stage allows: the more run at a time, the more can go wrong. */
const CONCURRENCY = 20
/** What SQS does where nothing is said. */
const FOUR_DAYS = 345_600

/** Queues and functions as the stack sets them up. */
export function settingsOf(template: Template): Settings {
  const properties = (id: string) => (template.Resources[id]?.Properties ?? {}) as unknown as Properties
  const queueOf = ({
    FifoQueue,
    VisibilityTimeout,
    MessageRetentionPeriod,
    RedrivePolicy,
  }: Properties): QueueSettings => ({
    fifo: FifoQueue ?? false,
    visibilityMs: 1_000 * (VisibilityTimeout ?? 30),
    retentionMs: 1_000 * (MessageRetentionPeriod ?? FOUR_DAYS),
    mostReceives: RedrivePolicy?.maxReceiveCount ?? null,
  })
  const fed = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(([, { Properties: given }]) => {
    const { EventSourceArn, FunctionName, BatchSize } = given as unknown as Properties
    const queue = properties(EventSourceArn['Fn::GetAtt'][0])
    const dead = properties(queue.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0] ?? '')
    const { Timeout = 3 } = properties(FunctionName.Ref)
    const lambda = { timeoutMs: 1_000 * Timeout, batchSize: BatchSize, concurrency: CONCURRENCY }
    return { queue: queueOf(queue), dead: queueOf(dead), lambda }
  })
  const ingest = fed.find(({ queue }) => !queue.fifo)
  const alert = fed.find(({ queue }) => queue.fifo)
  if (fed.length !== 2 || !ingest || !alert)
    throw new Error('the stack feeds other functions than the simulation knows')
  return {
    uploads: ingest.queue,
    uploadsDead: ingest.dead,
    claims: alert.queue,
    claimsDead: alert.dead,
    ingest: { name: 'ingest', ...ingest.lambda },
    alert: { name: 'alert', ...alert.lambda },
  }
}

interface Attribute {
  'Fn::GetAtt': [string, string]
}
interface Properties {
  FifoQueue?: boolean
  VisibilityTimeout?: number
  MessageRetentionPeriod?: number
  RedrivePolicy?: { maxReceiveCount: number; deadLetterTargetArn: Attribute }
  EventSourceArn: Attribute
  FunctionName: { Ref: string }
  BatchSize: number
  Timeout?: number
}
