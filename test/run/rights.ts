import { ENTRY } from '../../local/cloud/resources/functions.ts'
import type { Call } from '../../local/cloud/rights/call.ts'
import { refusal } from '../../local/cloud/rights/guard.ts'
import { covers, type Grant, grantsOf } from '../../local/cloud/rights/policies.ts'
import { blueprint } from '../../local/cloud/template/blueprint.ts'
import type { Template } from '../../local/cloud/template/template.ts'

/** One action on one resource, and of a table on one partition, granted to a function. */
export interface Right extends Grant {
  holder: string
}

/** What functions are granted and no engine here is asked for. */
export const ELSEWHERE: Record<string, string> = {
  'logs:CreateLogStream': 'Lambda writes the log with the function’s rights',
  'logs:PutLogEvents': 'Lambda writes the log with the function’s rights',
  'xray:PutTelemetryRecords': 'Lambda hands over the traces with the function’s rights',
  'xray:PutTraceSegments': 'Lambda hands over the traces with the function’s rights',
  'sqs:GetQueueAttributes': 'Lambda looks at a queue before it polls it',
}

/** The rights of the stack's own functions; CDK's run at deployments only. */
export function rightsOf(template: Template): Right[] {
  const plan = blueprint(template, { messaging: 0, api: 0 })
  const grants = grantsOf(plan)
  const own = plan.all('AWS::Lambda::Function').filter(({ metadata }) => metadata[ENTRY])
  return own.flatMap(({ identity: { ref: holder } }) =>
    (grants.get(holder) ?? []).flatMap(single).map(grant => ({ holder, ...grant })),
  )
}

const single = ({ actions, resources, partitions }: Grant): Grant[] =>
  actions.flatMap(action =>
    resources.flatMap(resource =>
      (partitions ?? [undefined]).map(partition => ({
        actions: [action],
        resources: [resource],
        partitions: partition === undefined ? undefined : [partition],
      })),
    ),
  )

const allows = (right: Right, call: Call): boolean => call.caller === right.holder && covers(right, call)

/** Granted minus used, a line each. */
export const unused = (rights: readonly Right[], calls: readonly Call[]): string[] =>
  rights
    .filter(right => !(right.actions[0]! in ELSEWHERE) && !calls.some(call => allows(right, call)))
    .map(({ holder, actions, resources, partitions }) => {
      const under = partitions ? ` under ${partitions}` : ''
      return `${holder} never uses that it is granted ${actions} on ${resources}${under}`
    })

/** Used minus granted, a line each. Who holds no right is no function of the stack. */
export function ungranted(rights: readonly Right[], calls: readonly Call[]): string[] {
  const holders = new Set(rights.map(({ holder }) => holder))
  const refused = calls.filter(call => holders.has(call.caller) && !rights.some(right => allows(right, call)))
  return [...new Set(refused.map(refusal))]
}
