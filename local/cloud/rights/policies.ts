import type { Blueprint } from '../template/blueprint.ts'
import type { Call } from './call.ts'

/** Actions on resources, and of tables on partitions, all with `*` for anything. */
export interface Grant {
  actions: string[]
  resources: string[]
  /** None said: all. */
  partitions?: string[]
}

interface PolicyProperties {
  PolicyDocument: { Statement: Statement[] }
  Roles?: string[]
}

interface Statement {
  Effect: string
  Action: string | string[]
  Resource: string | string[]
  Condition?: Record<string, Record<string, string | string[]>>
}

/** What the template grants to each function, by the function's name. */
export function grantsOf(plan: Blueprint): Map<string, Grant[]> {
  const policies = plan.all<PolicyProperties>('AWS::IAM::Policy')
  const roles = new Map(plan.all('AWS::IAM::Role').map(({ identity }) => [identity.attributes.Arn, identity.ref]))
  return new Map(
    plan.all<{ Role: string }>('AWS::Lambda::Function').map(({ identity, properties }) => {
      const role = roles.get(properties.Role)
      const own = policies.filter(policy => role !== undefined && policy.properties.Roles?.includes(role))
      return [identity.ref, own.flatMap(policy => grants(policy.properties))]
    }),
  )
}

function grants({ PolicyDocument }: PolicyProperties): Grant[] {
  const allowed = PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow')
  return allowed.map(({ Action, Resource, Condition }) => ({
    actions: [Action].flat(),
    resources: [Resource].flat(),
    partitions: Condition && [Condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []].flat(),
  }))
}

export const covers = (grant: Grant, { action, resource, partition }: Call): boolean =>
  grant.actions.some(pattern => matches(pattern, action)) &&
  grant.resources.some(pattern => matches(pattern, resource)) &&
  (!grant.partitions || grant.partitions.some(pattern => matches(pattern, partition ?? '')))

function matches(pattern: string, value: string): boolean {
  const [start = '', ...rest] = pattern.split('*')
  const end = rest.pop()
  if (end === undefined) return pattern === value
  if (!value.startsWith(start)) return false
  let from = start.length
  for (const part of rest) {
    const at = value.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return value.length - end.length >= from && value.endsWith(end)
}
