import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AlertEnv } from '../../lambdas/alert/env.ts'
import type { ApiEnv } from '../../lambdas/api/env.ts'
import type { IngestEnv } from '../../lambdas/ingest/env.ts'
import { type Bundle, bundleOf } from './bundles.ts'

/** What any function of the pipeline loads: the clients, and nothing of ours. */
const BASELINE = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { SNSClient } from '@aws-sdk/client-sns'
import { S3Client } from '@aws-sdk/client-s3'
export const handler = [DynamoDBDocumentClient.from(new DynamoDBClient()), new SNSClient(), new S3Client()]`
const ENV = {
  TABLE_NAME: 'table',
  BUCKET_NAME: 'bucket',
  CLAIMS_QUEUE_URL: 'https://sqs.example.org/claims.fifo',
  ALERTS_TOPIC_ARN: 'arn:aws:sns:eu-central-1:000000000000:alerts',
  CANARY_TOPIC_ARN: 'arn:aws:sns:eu-central-1:000000000000:canary',
  ALERTS_DEAD_LETTERS_ARN: 'arn:aws:sqs:eu-central-1:000000000000:dead-letters',
  TOPIC_CHECKER: 'ingest',
  AWS_REGION: 'eu-central-1',
} satisfies Record<keyof (IngestEnv & AlertEnv & ApiEnv) | 'AWS_REGION', string>

export async function sdkOnlyBundle(folder: string): Promise<Bundle> {
  const entry = path.join(folder, 'sdk-only.ts')
  writeFileSync(entry, BASELINE)
  return bundleOf(entry, path.join(folder, 'sdk-only'))
}

/** The median of the ratios of pairs, each process importing one bundle and telling how much processor time that took. */
export function startRatio(file: string, baseline: string, runs: number): number {
  const ratios = Array.from({ length: runs }, () => start(file) / start(baseline)).sort((a, b) => a - b)
  return ratios[runs >> 1]!
}

function start(file: string): number {
  const script = `const before = process.cpuUsage(); await import(${JSON.stringify(file)}); const { user, system } = process.cpuUsage(before); console.log(user + system)`
  const env = { ...process.env, ...ENV, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }))
}
