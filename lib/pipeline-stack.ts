import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Construct } from 'constructs'
import type { AlertEnv } from '../lambdas/alert/env.ts'
import type { IngestEnv } from '../lambdas/ingest/env.ts'
import { AlertsTopic } from './alerts-topic.ts'
import { ClaimsQueue } from './claims-queue.ts'
import { PipelineFunction } from './pipeline-function.ts'
import { QueryApi } from './query-api.ts'
import { Store } from './store.ts'
import { Uploads } from './uploads.ts'

const INGEST_TIMEOUT = Duration.seconds(60)
const ALERT_TIMEOUT = Duration.seconds(30)

/** The architecture on one screen: uploads ► ingest ► claims ► alert ► alerts, and the API beside it. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    const store = new Store(this, 'Store')
    const uploads = new Uploads(this, 'Uploads', { consumerTimeout: INGEST_TIMEOUT })
    const claims = new ClaimsQueue(this, 'Claims', { consumerTimeout: ALERT_TIMEOUT })
    const alerts = new AlertsTopic(this, 'Alerts')

    const ingest = new PipelineFunction<IngestEnv>(this, 'Ingest', {
      entry: 'lambdas/ingest/index.ts',
      bindings: {
        TABLE_NAME: store.writable(),
        BUCKET_NAME: uploads.readable(),
        CLAIMS_QUEUE_URL: claims.sendable(),
      },
      timeout: INGEST_TIMEOUT,
      memorySize: 1024,
    })
    ingest.addEventSource(
      new SqsEventSource(uploads.queue, { batchSize: 5, maxConcurrency: 20, reportBatchItemFailures: true }),
    )

    const alert = new PipelineFunction<AlertEnv>(this, 'Alert', {
      entry: 'lambdas/alert/index.ts',
      bindings: { TABLE_NAME: store.writable(), ALERTS_TOPIC_ARN: alerts.publishable() },
      timeout: ALERT_TIMEOUT,
      memorySize: 512,
    })
    alert.addEventSource(new SqsEventSource(claims.queue, { batchSize: 5, reportBatchItemFailures: true }))

    new QueryApi(this, 'Api', { bindings: { TABLE_NAME: store.readable(), BUCKET_NAME: uploads.writable() } })
  }
}
