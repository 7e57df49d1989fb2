import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { Flags, Values } from '../args/flags.ts'
import { CliError, exit } from '../exit.ts'
import type { Queues } from './queues.ts'
import { findQueues } from './queues.ts'

export const stackFlags = {
  stack: { value: 'NAME', about: 'a deployed stack: Claimwire-prod' },
  profile: { value: 'NAME', about: 'sign with this AWS profile (default: AWS_PROFILE and the usual places)' },
  region: { value: 'REGION', about: 'where the stack is (default: AWS_REGION, or that of the profile)' },
  data: { value: 'DIR', about: 'the folder of a Claimwire on this machine (.claimwire)' },
} as const satisfies Flags

export interface Stack {
  sqs: SQSClient
  queues: Queues
}

/** Runs the work on a stack's queues; where they can't be reached, says why. */
export async function onStack<T>(given: Values<typeof stackFlags>, work: (stack: Stack) => Promise<T>): Promise<T> {
  const { stack, profile, region, data = '.claimwire' } = given
  const sqs = stack === undefined ? localSqs(data) : new SQSClient({ profile, region })
  try {
    const queues = await findQueues(sqs, stack === undefined ? '' : `${stack}-`)
    if (!queues.articles.queue) {
      throw new CliError(`there is no stack ${stack ?? data}, or its queues belong to another account or region`)
    }
    return await work({ sqs, queues })
  } catch (error) {
    if (error instanceof CliError) throw error
    const why = `${(error as Error).name}: ${(error as Error).message}`
    throw new CliError(`the queues of ${stack ?? data} can't be reached (${why})`, exit.unreachable, { cause: error })
  } finally {
    sqs.destroy()
  }
}

function localSqs(dataDir: string): SQSClient {
  const file = path.join(dataDir, 'endpoints.json')
  if (!existsSync(file)) {
    const start = 'Start it with: npm start; or name a deployed stack: --stack Claimwire-prod'
    throw new CliError(`no Claimwire runs on ${dataDir}. ${start}`, exit.unreachable)
  }
  const { AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
  return new SQSClient({ endpoint: AWS_ENDPOINT_URL, region: AWS_REGION, credentials })
}
