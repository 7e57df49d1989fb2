import { Aspects, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { AlertEnv } from '../lambdas/alert/env.ts'
import type { IngestEnv } from '../lambdas/ingest/env.ts'
import { AlertsTopic } from './alerts-topic.ts'
import { setting, together } from './binding.ts'
import { Canary } from './canary.ts'
import { ClaimsQueue } from './claims-queue.ts'
import { Operations } from './operations.ts'
import { OwnAccountOnly } from './own-account-only.ts'
import { showNews } from './own-metric.ts'
import { PipelineFunction } from './pipeline-function.ts'
import { QueryApi } from './query-api.ts'
import type { Stage } from './stages.ts'
import { Store } from './store.ts'
import { Sweep } from './sweep.ts'
import { alertTable, apiTable, ingestTable, sweepTable } from './table-rights.ts'
import { Uploads } from './uploads.ts'

const INGEST_TIMEOUT = Duration.seconds(60)
const ALERT_TIMEOUT = Duration.seconds(30)

/** The architecture on one screen: uploads ► ingest ► claims ► alert ► alerts, the API beside it and a sweep behind it; operations watches. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, { description: `Claimwire, ${stage.name}`, terminationProtection: stage.retain, ...props })
    const operations = new Operations(this, 'Operations', stage)
    const store = new Store(this, 'Store', { operations })
    const uploads = new Uploads(this, 'Uploads', { consumerTimeout: INGEST_TIMEOUT, operations })
    const claims = new ClaimsQueue(this, 'Claims', { consumerTimeout: ALERT_TIMEOUT, operations })
    const alerts = new AlertsTopic(this, 'Alerts', { operations })
    const canary = new Canary(this, 'Canary', { operations })

    const ingest = new PipelineFunction<IngestEnv>(this, 'Ingest', {
      entry: 'lambdas/ingest/index.ts',
      bindings: {
        TABLE_NAME: ingestTable(store),
        BUCKET_NAME: uploads.readable(),
        CLAIMS_QUEUE_URL: claims.sendable(),
      },
      timeout: INGEST_TIMEOUT,
      memorySize: 1024,
      operations,
      impact: 'Articles are not stored: they come again up to five times and then lie among the dead letters.',
    })
    ingest.consume(uploads.queue, { batchSize: 5, maxConcurrency: stage.concurrency.articles })

    const alert = new PipelineFunction<AlertEnv>(this, 'Alert', {
      entry: 'lambdas/alert/index.ts',
      bindings: {
        TABLE_NAME: alertTable(store),
        ALERTS_TOPIC_ARN: alerts.publishable(),
        CANARY_TOPIC_ARN: canary.publishable(),
      },
      timeout: ALERT_TIMEOUT,
      memorySize: 512,
      operations,
      impact:
        'Claims are not judged and alerts are not sent: they come again up to five times and then lie among the dead letters.',
    })
    alert.consume(claims.queue, { batchSize: 5, maxConcurrency: stage.concurrency.claims })

    new QueryApi(this, 'Api', {
      bindings: {
        TABLE_NAME: apiTable(store),
        BUCKET_NAME: uploads.writable(),
        TOPIC_CHECKER: ingest.invocable(),
        ALERTS_TOPIC_ARN: alerts.manageable(),
        ALERTS_DEAD_LETTERS_ARN: alerts.deadLettersArn(),
      },
      operations,
    })
    new Sweep(this, 'Sweep', {
      bindings: {
        TABLE_NAME: sweepTable(store),
        BUCKET_NAME: together(uploads.listable(), uploads.canaryWritable()),
        ARTICLES_QUEUE_URL: uploads.notifiable(),
        CLAIMS_QUEUE_URL: claims.sendable(),
        CANARY_SECONDS: setting(stage.alarms.canarySeconds),
      },
      operations,
    })
    showNews(operations)
    Aspects.of(this).add(new OwnAccountOnly())
  }
}
