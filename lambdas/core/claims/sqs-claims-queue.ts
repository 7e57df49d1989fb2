import { createHash } from 'node:crypto'
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { ClaimsQueue, Submitted } from './claims-queue.ts'

export class SqsClaimsQueue implements ClaimsQueue {
  private readonly client: SQSClient
  private readonly url: string

  constructor(client: SQSClient, url: string) {
    this.client = client
    this.url = url
  }

  async submit(submitted: Submitted): Promise<void> {
    const body = JSON.stringify(submitted)
    await this.client.send(
      new SendMessageCommand({
        QueueUrl: this.url,
        MessageBody: body,
        // One group per topic: judging is serial within a topic.
        MessageGroupId: submitted.topic,
        MessageDeduplicationId: createHash('sha256').update(body).digest('hex'),
      }),
    )
  }
}
