import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { CANARY_TOPIC } from '../core/canary.ts'
import type { ClaimsQueue } from '../core/claims/claims-queue.ts'
import { SqsClaimsQueue } from '../core/claims/sqs-claims-queue.ts'
import { jsonLog, type Log } from '../core/log.ts'
import { type Metrics, unmeasured } from '../core/metrics.ts'
import { PowertoolsMetrics } from '../core/powertools-metrics.ts'
import type { ArticleStore } from '../core/store/article-store.ts'
import { CachedTopics } from '../core/store/cached-topics.ts'
import { DynamoArticleStore } from '../core/store/dynamo-article-store.ts'
import { DynamoTopicStore } from '../core/store/dynamo-topic-store.ts'
import { openTable } from '../core/store/open-table.ts'
import type { WatchedTopics } from '../core/topics/watched.ts'
import { S3Uploads } from '../core/uploads/s3-uploads.ts'
import type { Uploads } from '../core/uploads/uploads.ts'
import type { IngestEnv } from './env.ts'
import { timeLimit } from './time-limit.ts'

/** Some four times what the longest article takes to parse, and a third of the function's timeout. What is stored is not read again. */
const READ_MS = 20_000
const CANARY_TOPICS = [CANARY_TOPIC]

export interface Deps {
  articles: ArticleStore
  uploads: Uploads
  claims: ClaimsQueue
  topics: Pick<WatchedTopics, 'all'>
  /** Begins the time that an article may be read for; gives whether it is over. */
  timeLimit: () => () => boolean
  log: Log
  metrics: Metrics
  /** What stands in for these where the upload is the canary. */
  canary?: Pick<Deps, 'articles' | 'topics' | 'metrics'>
}

export function createDeps(env: IngestEnv): Deps {
  const table = openTable(env.TABLE_NAME)
  return {
    articles: new DynamoArticleStore(table),
    uploads: new S3Uploads(new S3Client(), env.BUCKET_NAME),
    claims: new SqsClaimsQueue(new SQSClient(), env.CLAIMS_QUEUE_URL),
    topics: new CachedTopics(new DynamoTopicStore(table), jsonLog),
    timeLimit: timeLimit(READ_MS),
    log: jsonLog,
    metrics: new PowertoolsMetrics('ingest'),
    canary: {
      articles: new DynamoArticleStore(table.aside()),
      topics: { all: async () => CANARY_TOPICS },
      metrics: unmeasured,
    },
  }
}
