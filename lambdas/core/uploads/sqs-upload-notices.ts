import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { notificationOf } from './upload-event.ts'
import type { UploadNotices, UploadRef } from './uploads.ts'

export class SqsUploadNotices implements UploadNotices {
  private readonly client: SQSClient
  private readonly url: string

  constructor(client: SQSClient, url: string) {
    this.client = client
    this.url = url
  }

  async tell(ref: UploadRef): Promise<void> {
    await this.client.send(new SendMessageCommand({ QueueUrl: this.url, MessageBody: notificationOf(ref) }))
  }
}
