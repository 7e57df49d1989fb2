import type { TopicChecker } from '../core/checks/topic-checker.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { jsonLog, type Log } from '../core/log.ts'
import type { ArticleStore } from '../core/store/article-store.ts'
import { CachedTopics } from '../core/store/cached-topics.ts'
import { DynamoArticleStore } from '../core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../core/store/dynamo-ledger.ts'
import { DynamoNotes } from '../core/store/dynamo-notes.ts'
import { DynamoTopicStore } from '../core/store/dynamo-topic-store.ts'
import { openTable } from '../core/store/open-table.ts'
import type { TopicStore } from '../core/store/topic-store.ts'
import type { Notes } from '../core/subscriptions/notes.ts'
import type { Subscriptions } from '../core/subscriptions/subscriptions.ts'
import type { WatchedTopics } from '../core/topics/watched.ts'
import type { Presigner, UploadTarget } from '../core/uploads/uploads.ts'
import type { ApiEnv } from './env.ts'

/** What only some requests need is a function, so that the others don't wait until it is loaded. */
export interface Deps {
  articles: Pick<ArticleStore, 'get' | 'revisions' | 'list' | 'rejected' | 'listRejected'>
  ledger: Pick<Ledger, 'ruling' | 'related' | 'listRulings'>
  topics: WatchedTopics
  /** Those of them that people added, and that they may add, change and remove. */
  ownTopics: Pick<TopicStore, 'latest' | 'add' | 'remove'>
  topicChecker: () => Promise<TopicChecker>
  uploads: () => Promise<UploadTarget>
  presigner: () => Promise<Presigner>
  subscriptions: () => Promise<Subscriptions>
  notes: Notes
  log: Log
}

export function createDeps(env: ApiEnv): Deps {
  const table = openTable(env.TABLE_NAME)
  const ownTopics = new DynamoTopicStore(table)
  return {
    articles: new DynamoArticleStore(table),
    ledger: new DynamoLedger(table),
    topics: new CachedTopics(ownTopics, jsonLog),
    ownTopics,
    topicChecker: once(async () => {
      const [{ LambdaClient }, { LambdaTopicChecker }] = await Promise.all([
        import('@aws-sdk/client-lambda'),
        import('../core/checks/lambda-topic-checker.ts'),
      ])
      return new LambdaTopicChecker(new LambdaClient(), env.TOPIC_CHECKER)
    }),
    uploads: once(async () => {
      const [{ S3Client }, { S3Uploads }] = await Promise.all([
        import('@aws-sdk/client-s3'),
        import('../core/uploads/s3-uploads.ts'),
      ])
      return new S3Uploads(new S3Client(), env.BUCKET_NAME)
    }),
    presigner: once(async () => {
      const [{ S3Client }, { S3Presigner }] = await Promise.all([
        import('@aws-sdk/client-s3'),
        import('../core/uploads/s3-presigner.ts'),
      ])
      return new S3Presigner(new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }), env.BUCKET_NAME)
    }),
    subscriptions: once(async () => {
      const [{ SNSClient }, { SnsSubscriptions }] = await Promise.all([
        import('@aws-sdk/client-sns'),
        import('../core/subscriptions/sns-subscriptions.ts'),
      ])
      return new SnsSubscriptions(new SNSClient(), env.ALERTS_TOPIC_ARN, env.ALERTS_DEAD_LETTERS_ARN)
    }),
    notes: new DynamoNotes(table),
    log: jsonLog,
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
