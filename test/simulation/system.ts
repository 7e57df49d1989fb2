import type { S3Client } from '@aws-sdk/client-s3'
import type { SNSClient } from '@aws-sdk/client-sns'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createHandler as createAlertHandler } from '../../lambdas/alert/handler.ts'
import { SqsClaimsQueue } from '../../lambdas/core/claims/sqs-claims-queue.ts'
import { unmeasured } from '../../lambdas/core/metrics.ts'
import { SnsPublisher } from '../../lambdas/core/notify/sns-publisher.ts'
import { CachedTopics } from '../../lambdas/core/store/cached-topics.ts'
import { DynamoArticleStore } from '../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { DynamoNotes } from '../../lambdas/core/store/dynamo-notes.ts'
import { DynamoTopicStore } from '../../lambdas/core/store/dynamo-topic-store.ts'
import { Table } from '../../lambdas/core/store/table.ts'
import { S3Uploads } from '../../lambdas/core/uploads/s3-uploads.ts'
import { createHandler as createIngestHandler } from '../../lambdas/ingest/handler.ts'
import { unlimited } from '../support/unlimited.ts'
import type { Handler } from './world/lambda.ts'

/** Instead of an SDK's client: only `send` is called. */
export interface Client {
  send(command: unknown): Promise<unknown>
}
export interface Clients {
  table: Client
  bucket: Client
  claims: Client
  topic: Client
  names: Names
  /** In milliseconds since 1970. */
  now: () => number
}
/** Of the table and the bucket the name, of the claims queue the URL, of the topic the ARN. */
export type Names = Record<'table' | 'bucket' | 'claims' | 'topic', string>
export interface System {
  ingest(clients: Clients): Handler
  alert(clients: Clients): Handler
}

const log = { info: () => {}, error: () => {} }

/** What things are called in a simulated world, where nobody looks. */
export const ANY_NAMES: Names = {
  table: 'table',
  bucket: 'bucket',
  claims: 'https://sqs.example.org/claims.fifo',
  topic: 'arn:aws:sns:eu-central-1:000000000000:alerts',
}

/** What is deployed, over clients of a simulated world: the handlers, the stores and the adapters as they are. */
export const system: System = {
  ingest: ({ table: client, bucket, claims, names, now }) => {
    const table = new Table(client as unknown as DynamoDBDocumentClient, names.table)
    return createIngestHandler({
      timeLimit: unlimited,
      articles: new DynamoArticleStore(table),
      uploads: new S3Uploads(bucket as unknown as S3Client, names.bucket),
      claims: new SqsClaimsQueue(claims as unknown as SQSClient, names.claims),
      topics: new CachedTopics(new DynamoTopicStore(table), log, now),
      log,
      metrics: unmeasured,
    })
  },
  alert: ({ table: client, topic, names, now }) => {
    const table = new Table(client as unknown as DynamoDBDocumentClient, names.table)
    return createAlertHandler({
      articles: new DynamoArticleStore(table),
      ledger: new DynamoLedger(table),
      publisher: new SnsPublisher(topic as unknown as SNSClient, names.topic),
      topics: new CachedTopics(new DynamoTopicStore(table), log, now),
      notes: new DynamoNotes(table),
      log,
      metrics: unmeasured,
    })
  },
}
