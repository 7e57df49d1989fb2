import type { SQSClient } from '@aws-sdk/client-sqs'
import type { DurableQueues } from '../engines/queues.ts'
import type { Lambda } from '../functions/lambda.ts'
import { Poller } from '../functions/poller.ts'
import type { Blueprint } from '../template/blueprint.ts'
import { LocalCloudError } from '../template/local-cloud-error.ts'

interface MappingProperties {
  EventSourceArn: string
  FunctionName: string
  BatchSize?: number
  Enabled?: boolean
  FunctionResponseTypes?: string[]
  FilterCriteria?: unknown
}

export interface EventSourceOptions {
  /** With the rights of that function. */
  sqsAs(functionName: string): SQSClient
  retries: SQSClient
  queues: DurableQueues
  functions: Map<string, Lambda>
  /** How many batches of a queue are handled at a time. */
  concurrency: number
  retryAfterSeconds: number | null
  log(line: string): void
}

/** A poller for every mapping; they run once started. */
export function createEventSources(plan: Blueprint, options: EventSourceOptions): Poller[] {
  const mappings = plan.all<MappingProperties>('AWS::Lambda::EventSourceMapping')
  return mappings.flatMap(({ logicalId, properties }) => {
    if (properties.Enabled === false) return []
    if (properties.FilterCriteria) throw new LocalCloudError(`${logicalId}: event filters aren't supported`)
    const queue = options.queues.store.getQueueByArn(properties.EventSourceArn)
    const lambda = options.functions.get(properties.FunctionName)
    if (!queue) throw new LocalCloudError(`${logicalId}: ${properties.EventSourceArn} is no queue of the stack`)
    if (!lambda)
      throw new LocalCloudError(`${logicalId}: the function ${properties.FunctionName} names no entry to run`)
    const settings = {
      retries: options.retries,
      queue: { name: queue.name, url: queue.url, arn: queue.arn },
      lambda,
      batchSize: Math.min(properties.BatchSize ?? 10, 10),
      reportsItemFailures: properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
      retryAfterSeconds: options.retryAfterSeconds,
      log: options.log,
    }
    return Array.from(
      { length: options.concurrency },
      () => new Poller({ ...settings, sqs: options.sqsAs(properties.FunctionName) }),
    )
  })
}
