import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AlertEnv } from '../lambdas/alert/env.ts'
import type { ApiEnv } from '../lambdas/api/env.ts'
import type { IngestEnv } from '../lambdas/ingest/env.ts'
import { bundleOf } from '../test/support/bundles.ts'
import { printTable } from './table.ts'

const MOST_RATIO = 1.3
const RUNS = 9
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
  ALERTS_DEAD_LETTERS_ARN: 'arn:aws:sqs:eu-central-1:000000000000:dead-letters',
  TOPIC_CHECKER: 'ingest',
  AWS_REGION: 'eu-central-1',
} satisfies Record<keyof (IngestEnv & AlertEnv & ApiEnv) | 'AWS_REGION', string>

/** Size and start-up of each function as it is bundled, against a bundle of the SDK clients alone. */
export async function run(_args: string[]): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-bundles-'))
  try {
    const baseline = path.join(folder, 'baseline.ts')
    writeFileSync(baseline, BASELINE)
    const sdkOnly = await bundleOf(baseline, path.join(folder, 'sdk-only'))
    const bundles = [{ name: 'SDK only', ...sdkOnly }]
    for (const name of ['ingest', 'alert', 'api']) {
      bundles.push({ name, ...(await bundleOf(`lambdas/${name}/index.ts`, path.join(folder, name))) })
    }
    const rows = bundles.map(({ name, file, all, kilobytesAtStart }) => {
      const nlp = all.some(input => input.includes('node_modules/compromise/'))
      return { name, kilobytesAtStart, nlp, ratio: startRatio(file, sdkOnly.file) }
    })
    printTable(
      ['function', 'KB at start', 'holds NLP', 'start-up × SDK only'],
      rows.map(({ name, kilobytesAtStart, nlp, ratio }) => [
        name,
        kilobytesAtStart,
        nlp ? 'yes' : 'no',
        ratio.toFixed(2),
      ]),
    )
    return rows.every(
      ({ name, nlp, ratio }) => name === 'ingest' || (!nlp && (name === 'SDK only' || ratio <= MOST_RATIO)),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The median of the ratios of pairs, each process importing one bundle and telling how much processor time that took. */
function startRatio(file: string, baseline: string): number {
  const ratios = Array.from({ length: RUNS }, () => start(file) / start(baseline)).sort((a, b) => a - b)
  return ratios[RUNS >> 1]!
}

function start(file: string): number {
  const script = `const before = process.cpuUsage(); await import(${JSON.stringify(file)}); const { user, system } = process.cpuUsage(before); console.log(user + system)`
  const env = { ...process.env, ...ENV, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }))
}
