import { channel } from 'node:diagnostics_channel'
import { type AwsRequest, type Call, callOf } from './call.ts'
import { covers, type Grant } from './policies.ts'

/** Every call of a function, granted or not, for whoever subscribes in this process. */
const CALLS = channel('claimwire:call')

/** Stands before the engines as IAM stands before AWS: functions may do what the template grants them. */
export class Guard {
  readonly #grants: ReadonlyMap<string, readonly Grant[]>
  readonly #log: (line: string) => void

  constructor(grants: ReadonlyMap<string, readonly Grant[]>, log: (line: string) => void) {
    this.#grants = grants
    this.#log = log
  }

  /** What was asked and isn't granted; undefined where the request may go on. */
  refuse(request: AwsRequest): Call | undefined {
    const call = callOf(request)
    return call && this.refuseCall(call)
  }

  /** S3 says of an object that isn't there that it is forbidden, unless the caller may list the bucket. */
  refuseAbsence(request: AwsRequest): Call | undefined {
    const call = callOf(request)
    return call && this.refuseCall({ ...call, action: 's3:ListBucket', resource: call.resource.split('/')[0]! })
  }

  private refuseCall(call: Call): Call | undefined {
    const grants = this.#grants.get(call.caller)
    // People and the local cloud itself are nobody's function.
    if (!grants) return undefined
    CALLS.publish(call)
    if (grants.some(grant => covers(grant, call))) return undefined
    this.#log(`${call.caller}: ${refusal(call)}`)
    return call
  }
}

export const refusal = ({ caller, action, resource, partition }: Call): string =>
  `${caller} is not granted ${action} on ${resource}${partition === undefined ? '' : ` under ${partition}`}`
