import type { Ledger } from '../core/ledger/ledger.ts'
import { jsonLog, type Log } from '../core/log.ts'
import type { ArticleStore } from '../core/store/article-store.ts'
import { DynamoArticleStore } from '../core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../core/store/dynamo-ledger.ts'
import { openTable } from '../core/store/open-table.ts'
import { SHIPPED_TOPICS } from '../core/topics/shipped.ts'
import type { Topic } from '../core/topics/topic.ts'
import type { UploadTarget } from '../core/uploads/uploads.ts'
import type { ApiEnv } from './env.ts'

/** What only some requests need is a function, so that the others don't wait until it is loaded. */
export interface Deps {
  articles: Pick<ArticleStore, 'get' | 'list' | 'rejected' | 'listRejected'>
  ledger: Pick<Ledger, 'listRulings'>
  topics: () => Promise<readonly Topic[]>
  uploads: () => Promise<UploadTarget>
  log: Log
}

export function createDeps(env: ApiEnv): Deps {
  const table = openTable(env.TABLE_NAME)
  return {
    articles: new DynamoArticleStore(table),
    ledger: new DynamoLedger(table),
    topics: async () => SHIPPED_TOPICS,
    uploads: once(async () => {
      const [{ S3Client }, { S3Uploads }] = await Promise.all([
        import('@aws-sdk/client-s3'),
        import('../core/uploads/s3-uploads.ts'),
      ])
      return new S3Uploads(new S3Client(), env.BUCKET_NAME)
    }),
    log: jsonLog,
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
