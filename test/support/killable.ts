import { readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { SubscribeCommand } from '@aws-sdk/client-sns'
import { startLocalCloud } from '../../local/cloud/local-cloud.ts'

/** A process that runs the pipeline until it is killed, or until its standard input ends and all is quiet. */
const [dataDir, template, webhook] = process.argv.slice(2) as [string, string, string]
const cloud = await startLocalCloud({
  template: JSON.parse(readFileSync(template, 'utf8')),
  projectRoot: path.resolve(import.meta.dirname, '../..'),
  dataDir,
  retryAfterSeconds: 1,
  webhookRetryMs: 50,
})
const [TopicArn] = Object.values(cloud.refs('AWS::SNS::Topic')).filter(arn => /alert/i.test(arn))
const Attributes = { RawMessageDelivery: 'true' }
await cloud.clients.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: webhook, Attributes }))
writeSync(1, `${JSON.stringify({ apiUrl: cloud.apiUrl })}\n`)
process.stdin.resume()
process.stdin.once('end', async () => {
  await cloud.idle()
  writeSync(1, `${JSON.stringify(cloud.failures())}\n`)
  await cloud.close()
  process.exit(0)
})
