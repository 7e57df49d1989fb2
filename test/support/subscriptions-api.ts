import type { Hono } from 'hono/tiny'
import { createApp } from '../../lambdas/api/app.ts'
import type { Deps } from '../../lambdas/api/deps.ts'
import type { Log } from '../../lambdas/core/log.ts'
import { DynamoLedger } from '../../lambdas/core/store/dynamo-ledger.ts'
import { DynamoNotes } from '../../lambdas/core/store/dynamo-notes.ts'
import type { Table } from '../../lambdas/core/store/table.ts'
import { SnsSubscriptions } from '../../lambdas/core/subscriptions/sns-subscriptions.ts'
import { type LocalCloud, startLocalCloud } from '../../local/cloud/local-cloud.ts'
import { watching } from './topics.ts'

const template = { Resources: { Alerts: { Type: 'AWS::SNS::Topic' }, Dead: { Type: 'AWS::SQS::Queue' } } }
export const DEAD_LETTERS = 'arn:aws:sqs:us-east-1:000000000000:Dead'

export interface SubscriptionsApi {
  cloud: LocalCloud
  topicArn: string
  app: Hono
}

/** The API over a real SNS engine and the given table; it is asked for subscriptions only. */
export async function startSubscriptionsApi(table: Table, log: Log): Promise<SubscriptionsApi> {
  const cloud = await startLocalCloud({ template, projectRoot: import.meta.dirname, dataDir: null })
  const topicArn = cloud.refs('AWS::SNS::Topic').Alerts!
  const deps: Pick<Deps, 'ledger' | 'topics' | 'subscriptions' | 'notes' | 'log'> = {
    ledger: new DynamoLedger(table),
    topics: watching(),
    subscriptions: async () => new SnsSubscriptions(cloud.clients.sns, topicArn, DEAD_LETTERS),
    notes: new DynamoNotes(table),
    log,
  }
  return { cloud, topicArn, app: createApp(deps as Deps) }
}
