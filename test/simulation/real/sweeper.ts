import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { SqsClaimsQueue } from '../../../lambdas/core/claims/sqs-claims-queue.ts'
import { unmeasured } from '../../../lambdas/core/metrics.ts'
import { DynamoArticleStore } from '../../../lambdas/core/store/dynamo-article-store.ts'
import { DynamoLedger } from '../../../lambdas/core/store/dynamo-ledger.ts'
import { Table } from '../../../lambdas/core/store/table.ts'
import { S3UploadList } from '../../../lambdas/core/uploads/s3-upload-list.ts'
import { S3Uploads } from '../../../lambdas/core/uploads/s3-uploads.ts'
import { SqsUploadNotices } from '../../../lambdas/core/uploads/sqs-upload-notices.ts'
import { createHandler, LEAST_AGE_MS, MOST_AGE_MS } from '../../../lambdas/sweep/handler.ts'
import type { Clients } from '../../../local/cloud/clients.ts'
import type { Names } from '../system.ts'

const MOST_TRIES = 50

/** The sweep over real clients, without its canary: looks for uploads of these times until it has seen them all. */
export function createSweeper({ dynamodb, s3, sqs }: Clients, names: Names, uploadsUrl: string) {
  const options = { marshallOptions: { removeUndefinedValues: true } }
  const table = new Table(DynamoDBDocumentClient.from(dynamodb, options), names.table)
  const uploads = new S3Uploads(s3, names.bucket)
  const handle = createHandler({
    list: new S3UploadList(s3, names.bucket),
    uploads,
    notices: new SqsUploadNotices(sqs, uploadsUrl),
    articles: new DynamoArticleStore(table),
    ledger: new DynamoLedger(table),
    claims: new SqsClaimsQueue(sqs, names.claims),
    now: Date.now,
    log: { info: () => {}, error: () => {} },
    metrics: unmeasured,
    canary: {
      uploads: { put: async () => {} },
      ledger: { ruling: async () => null },
      seconds: 0,
      wait: async () => {},
    },
  })
  return async (times: readonly number[]): Promise<void> => {
    for (let seen = Number.NEGATIVE_INFINITY; ; ) {
      const next = Math.min(...times.filter(time => time > seen))
      if (next === Number.POSITIVE_INFINITY) return
      const at = next + MOST_AGE_MS - 1
      await untilDone(() => handle({ time: new Date(at).toISOString() }))
      seen = at - LEAST_AGE_MS
    }
  }
}

async function untilDone(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      await work()
      return
    } catch {
      // The schedule calls again.
    }
  }
  throw new Error('the sweep never got through')
}
