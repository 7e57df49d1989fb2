import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { DurableQueues } from '../engines/queues.ts'
import type { QueueMessage } from './delivery.ts'
import type { MessageAttribute } from './publication.ts'

/** Sends as SNS does to a queue of this cloud. */
export function queueSender(sqs: SQSClient, queues: DurableQueues): (message: QueueMessage) => Promise<void> {
  return async ({ queueArn, body, attributes }) => {
    const queue = queues.store.getQueueByArn(queueArn)
    if (!queue) throw new Error(`There is no queue ${queueArn}`)
    const values = Object.entries(attributes).map(([name, attribute]) => [name, asQueueAttribute(attribute)])
    const MessageAttributes = Object.fromEntries(values)
    await sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: body, MessageAttributes }))
  }
}

function asQueueAttribute({ type, value }: MessageAttribute) {
  const content = type.startsWith('Binary') ? { BinaryValue: Buffer.from(value, 'base64') } : { StringValue: value }
  return { DataType: type, ...content }
}
