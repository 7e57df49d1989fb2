import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { Swept } from '../../lambdas/sweep/handler.ts'
import type { LocalCloud } from '../../local/cloud/local-cloud.ts'

/** Runs the deployed sweep as the schedule would in so many minutes, and waits until what it sent is done. */
export async function sweep(cloud: LocalCloud, inMinutes: number): Promise<Swept> {
  const { AWS_ENDPOINT_URL_LAMBDA: endpoint, AWS_REGION: region } = cloud.sdkEnvironment
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new LambdaClient({ endpoint, region, credentials })
  const [, FunctionName] = Object.entries(cloud.refs('AWS::Lambda::Function')).find(([id]) => id.startsWith('Sweep'))!
  const time = new Date(Date.now() + inMinutes * 60_000).toISOString()
  try {
    const { Payload, FunctionError } = await client.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify({ source: 'aws.events', time }) }),
    )
    const answer = JSON.parse(Payload!.transformToString())
    if (FunctionError) throw new Error(`the sweep failed: ${answer.errorType} ${answer.errorMessage}`)
    await cloud.idle()
    return answer
  } finally {
    client.destroy()
  }
}
