import { setTimeout as wait } from 'node:timers/promises'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { ClaimsQueue } from '../core/claims/claims-queue.ts'
import { SqsClaimsQueue } from '../core/claims/sqs-claims-queue.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { jsonLog, type Log } from '../core/log.ts'
import type { Metrics } from '../core/metrics.ts'
import { PowertoolsMetrics } from '../core/powertools-metrics.ts'
import type { ArticleStore } from '../core/store/article-store.ts'
import { DynamoArticleStore } from '../core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../core/store/dynamo-ledger.ts'
import { openTable } from '../core/store/open-table.ts'
import { S3UploadList } from '../core/uploads/s3-upload-list.ts'
import { S3Uploads } from '../core/uploads/s3-uploads.ts'
import { SqsUploadNotices } from '../core/uploads/sqs-upload-notices.ts'
import type { UploadList, UploadNotices, Uploads, UploadTarget } from '../core/uploads/uploads.ts'
import type { SweepEnv } from './env.ts'

export interface Deps {
  list: UploadList
  uploads: Uploads
  notices: UploadNotices
  articles: Pick<ArticleStore, 'get' | 'revisions' | 'rejected'>
  ledger: Pick<Ledger, 'ruling'>
  claims: ClaimsQueue
  /** In milliseconds, as `Date.now`. */
  now: () => number
  log: Log
  metrics: Metrics
  canary: {
    uploads: UploadTarget
    ledger: Pick<Ledger, 'ruling'>
    /** How long it may take. */
    seconds: number
    /** Milliseconds. */
    wait(time: number): Promise<unknown>
  }
}

export function createDeps(env: SweepEnv): Deps {
  const table = openTable(env.TABLE_NAME)
  const s3 = new S3Client()
  const uploads = new S3Uploads(s3, env.BUCKET_NAME)
  const sqs = new SQSClient()
  return {
    list: new S3UploadList(s3, env.BUCKET_NAME),
    uploads,
    notices: new SqsUploadNotices(sqs, env.ARTICLES_QUEUE_URL),
    articles: new DynamoArticleStore(table),
    ledger: new DynamoLedger(table),
    claims: new SqsClaimsQueue(sqs, env.CLAIMS_QUEUE_URL),
    now: Date.now,
    log: jsonLog,
    metrics: new PowertoolsMetrics('sweep'),
    canary: { uploads, ledger: new DynamoLedger(table.aside()), seconds: env.CANARY_SECONDS, wait },
  }
}
