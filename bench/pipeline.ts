import { createHandler as createAlertHandler } from '../lambdas/alert/handler.ts'
import type { Article } from '../lambdas/core/article/article.ts'
import type { Submitted } from '../lambdas/core/claims/claims-queue.ts'
import { jsonLog } from '../lambdas/core/log.ts'
import { PowertoolsMetrics } from '../lambdas/core/powertools-metrics.ts'
import { CachedStanding } from '../lambdas/core/store/cached-standing.ts'
import { CachedTopics } from '../lambdas/core/store/cached-topics.ts'
import { DynamoArticleStore } from '../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../lambdas/core/store/dynamo-ledger.ts'
import { DynamoNotes } from '../lambdas/core/store/dynamo-notes.ts'
import { DynamoTopicStore } from '../lambdas/core/store/dynamo-topic-store.ts'
import type { Table } from '../lambdas/core/store/table.ts'
import type { Topic } from '../lambdas/core/topics/topic.ts'
import { notificationOf } from '../lambdas/core/uploads/upload-event.ts'
import { createHandler as createIngestHandler } from '../lambdas/ingest/handler.ts'
import { mend } from '../lambdas/sweep/mend.ts'
import { anSqsEvent, anSqsRecord } from '../test/support/records.ts'
import { unlimited } from '../test/support/unlimited.ts'

const UPLOADED_AT = '2023-10-01T00:00:00.000Z'

/** What was asked of the services beside the table. */
export interface Asked {
  submissions: number
  messages: number
  alerts: number
}

/** The handlers over a table, each as its function runs it, one article at a time. */
export function pipelineOver(table: Table, topics: readonly Topic[]) {
  const bodies = new Map<string, Uint8Array>()
  const waiting: Submitted[] = []
  const asked: Asked = { submissions: 0, messages: 0, alerts: 0 }
  let now = 0
  const articles = new DynamoArticleStore(table)
  const ledger = new DynamoLedger(table)
  const own = new DynamoTopicStore(table)
  const claims = {
    submit: async (all: readonly Submitted[]) => {
      if (all.length > 0) asked.submissions++
      asked.messages += all.length
      waiting.push(...all)
    },
  }
  const uploads = {
    read: async ({ key }: { key: string }) => {
      const body = bodies.get(key)!
      return { body, size: body.length, contentType: 'application/json', metadata: {}, uploadedAt: UPLOADED_AT }
    },
  }
  const standing = new CachedTopics(own, jsonLog, () => now)
  const ingestHandler = createIngestHandler({
    articles,
    uploads,
    claims,
    topics: {
      all: async () => {
        await standing.all()
        return topics
      },
    },
    timeLimit: unlimited,
    log: jsonLog,
    metrics: new PowertoolsMetrics('ingest'),
  })
  const alertHandler = createAlertHandler({
    articles,
    ledger,
    publisher: { publish: async () => void asked.alerts++ },
    topics: new CachedStanding(own, () => now),
    notes: new DynamoNotes(table),
    log: jsonLog,
    metrics: new PowertoolsMetrics('alert'),
  })
  const done = async (answer: Promise<{ batchItemFailures: unknown[] }>) => {
    const { batchItemFailures } = await answer
    if (batchItemFailures.length > 0) throw new Error('a handler of the bench failed')
  }
  return {
    asked,
    async ingest(article: Article): Promise<void> {
      const key = `articles/${article.id}.json`
      bodies.set(key, new TextEncoder().encode(JSON.stringify(article)))
      // Articles come one by one: what a function knows of the topics is out of date.
      now += 60_000
      await done(ingestHandler(anSqsEvent(anSqsRecord(notificationOf({ key, versionId: 'v1' })))))
    },
    /** Judges what waits, a message to a call. */
    async judge(): Promise<void> {
      for (const message of waiting.splice(0)) await done(alertHandler(anSqsEvent(anSqsRecord(message))))
    },
    /** One look of the sweep at an article that is stored and told. */
    async sweep({ id }: Article): Promise<void> {
      const sent = await mend(
        {
          articles,
          // Another process: it holds nothing that the alert function read.
          ledger: new DynamoLedger(table),
          uploads,
          claims,
          notices: { tell: async () => {} },
          log: jsonLog,
        },
        `articles/${id}.json`,
      )
      if (sent.uploads + sent.claims > 0) throw new Error('the sweep of the bench found something lost')
    },
  }
}
