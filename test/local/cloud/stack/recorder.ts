import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { S3Event, SQSBatchResponse, SQSEvent } from 'aws-lambda'

const s3 = new S3Client({})
const dynamodb = new DynamoDBClient({})

/** Stores each uploaded text under its key. The text `slow` takes a while. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  for (const { body } of event.Records) {
    const { Records = [] } = JSON.parse(body) as Partial<S3Event>
    for (const { s3: source } of Records) {
      const Key = decodeURIComponent(source.object.key.replaceAll('+', ' '))
      const at = { Bucket: source.bucket.name, Key, VersionId: source.object.versionId }
      const text = await (await s3.send(new GetObjectCommand(at))).Body!.transformToString()
      if (text === 'slow') await new Promise(done => setTimeout(done, 2000))
      await dynamodb.send(
        new PutItemCommand({
          TableName: process.env.TABLE_NAME,
          Item: { pk: { S: Key }, kind: { S: 'upload' }, text: { S: text }, label: { S: process.env.LABEL! } },
        }),
      )
    }
  }
  return { batchItemFailures: [] }
}
