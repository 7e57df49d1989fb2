import { SNSClient } from '@aws-sdk/client-sns'
import type { Ledger } from '../core/ledger/ledger.ts'
import { jsonLog, type Log } from '../core/log.ts'
import { type Metrics, unmeasured } from '../core/metrics.ts'
import type { Publisher } from '../core/notify/publisher.ts'
import { SnsPublisher } from '../core/notify/sns-publisher.ts'
import { PowertoolsMetrics } from '../core/powertools-metrics.ts'
import type { ArticleStore } from '../core/store/article-store.ts'
import { CachedStanding } from '../core/store/cached-standing.ts'
import { DynamoArticleStore } from '../core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../core/store/dynamo-ledger.ts'
import { DynamoNotes } from '../core/store/dynamo-notes.ts'
import { DynamoTopicStore } from '../core/store/dynamo-topic-store.ts'
import { openTable } from '../core/store/open-table.ts'
import type { Notes } from '../core/subscriptions/notes.ts'
import type { AlertEnv } from './env.ts'

export interface Deps {
  articles: Pick<ArticleStore, 'get' | 'revisions'>
  ledger: Ledger
  publisher: Publisher
  topics: Pick<CachedStanding, 'find'>
  notes: Pick<Notes, 'all'>
  log: Log
  metrics: Metrics
  /** What stands in for these where the claims are the canary's. */
  canary?: Pick<Deps, 'articles' | 'ledger' | 'publisher' | 'topics' | 'metrics'>
}

export function createDeps(env: AlertEnv): Deps {
  const table = openTable(env.TABLE_NAME)
  const sns = new SNSClient()
  return {
    articles: new DynamoArticleStore(table),
    ledger: new DynamoLedger(table),
    publisher: new SnsPublisher(sns, env.ALERTS_TOPIC_ARN),
    topics: new CachedStanding(new DynamoTopicStore(table)),
    notes: new DynamoNotes(table),
    log: jsonLog,
    metrics: new PowertoolsMetrics('alert'),
    canary: {
      articles: new DynamoArticleStore(table.aside()),
      ledger: new DynamoLedger(table.aside()),
      publisher: new SnsPublisher(sns, env.CANARY_TOPIC_ARN),
      topics: { find: async () => ({ since: null }) },
      metrics: unmeasured,
    },
  }
}
