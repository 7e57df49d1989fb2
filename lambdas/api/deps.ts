import { S3Client } from '@aws-sdk/client-s3'
import type { Ledger } from '../core/ledger/ledger.ts'
import { jsonLog, type Log } from '../core/log.ts'
import type { ArticleStore } from '../core/store/article-store.ts'
import { DynamoArticleStore } from '../core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../core/store/dynamo-ledger.ts'
import { openTable } from '../core/store/open-table.ts'
import { SHIPPED_TOPICS } from '../core/topics/shipped.ts'
import type { Topic } from '../core/topics/topic.ts'
import { S3Uploads } from '../core/uploads/s3-uploads.ts'
import type { UploadTarget } from '../core/uploads/uploads.ts'
import type { ApiEnv } from './env.ts'

export interface Deps {
  articles: Pick<ArticleStore, 'get' | 'list' | 'rejected' | 'listRejected'>
  ledger: Pick<Ledger, 'listRulings'>
  uploads: UploadTarget
  topics: readonly Topic[]
  log: Log
}

export function createDeps(env: ApiEnv): Deps {
  const table = openTable(env.TABLE_NAME)
  return {
    articles: new DynamoArticleStore(table),
    ledger: new DynamoLedger(table),
    uploads: new S3Uploads(new S3Client(), env.BUCKET_NAME),
    topics: SHIPPED_TOPICS,
    log: jsonLog,
  }
}
