import { createHash } from 'node:crypto'
import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs'
import type { ClaimsQueue, Submitted } from './claims-queue.ts'

/** So many messages are one request, and cost what one costs. */
const AT_ONCE = 10

/** The queue took the request and not all of its messages. */
export class NotAllTaken extends Error {
  override name = 'NotAllTaken'
}

export class SqsClaimsQueue implements ClaimsQueue {
  private readonly client: SQSClient
  private readonly url: string

  constructor(client: SQSClient, url: string) {
    this.client = client
    this.url = url
  }

  async submit(all: readonly Submitted[]): Promise<void> {
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const Entries = all.slice(from, from + AT_ONCE).map(entryOf)
      const { Failed = [] } = await this.client.send(new SendMessageBatchCommand({ QueueUrl: this.url, Entries }))
      if (Failed.length > 0) throw new NotAllTaken(`${Failed.length} of ${Entries.length} messages were not taken`)
    }
  }
}

function entryOf(submitted: Submitted, nth: number): SendMessageBatchRequestEntry {
  const body = JSON.stringify(submitted)
  return {
    Id: String(nth),
    MessageBody: body,
    // One group per topic: judging is serial within a topic.
    MessageGroupId: submitted.topic,
    MessageDeduplicationId: createHash('sha256').update(body).digest('hex'),
  }
}
