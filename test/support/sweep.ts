import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { Swept } from '../../lambdas/sweep/handler.ts'
import type { LocalCloud } from '../../local/cloud/local-cloud.ts'
import { resourcesOf, type Template } from '../../local/cloud/template/template.ts'

/** The stack as it is, but for how long the sweep waits for its canary. */
export function giveUpAfter(seconds: number, template: Template): Template {
  const copy = structuredClone(template)
  for (const [, { Properties }] of resourcesOf(copy, 'AWS::Lambda::Function')) {
    const { Variables = {} } = (Properties?.Environment ?? {}) as { Variables?: Record<string, unknown> }
    if ('CANARY_SECONDS' in Variables) Variables.CANARY_SECONDS = String(seconds)
  }
  return copy
}

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
