import { LocalCloudError } from './local-cloud-error.ts'
import type { Identity } from './names.ts'
import { ACCOUNT, REGION } from './place.ts'

export type Resolve = (value: unknown) => unknown

const PSEUDO_PARAMETERS: Record<string, string | undefined> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::NoValue': undefined,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::StackName': 'local',
  'AWS::URLSuffix': 'amazonaws.com',
}

/** What a template's values stand for: replaces the intrinsic functions in any value, however deep. */
export function resolver(identities: Map<string, Identity>, parameters: Map<string, unknown>): Resolve {
  const ref = (name: string): unknown => {
    if (Object.hasOwn(PSEUDO_PARAMETERS, name)) return PSEUDO_PARAMETERS[name]
    if (parameters.has(name)) return parameters.get(name)
    return identity(name).ref
  }
  const identity = (logicalId: string): Identity => {
    const found = identities.get(logicalId)
    if (!found) throw new LocalCloudError(`The template refers to ${logicalId}, which it doesn't define`)
    return found
  }
  const getAtt = (logicalId: string, attribute: string): string => {
    const value = identity(logicalId).attributes[attribute]
    if (value === undefined) throw new LocalCloudError(`${logicalId} has no attribute ${attribute} in the local cloud`)
    return value
  }
  const reference = (name: string): unknown => {
    const dot = name.indexOf('.')
    return dot < 0 ? ref(name) : getAtt(name.slice(0, dot), name.slice(dot + 1))
  }
  const substitute = (argument: unknown): string => {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}]
    const own = resolve(variables) as Record<string, unknown>
    return String(text).replace(/\$\{(!?)([^}]*)\}/g, (_, literal, name) =>
      literal ? `\${${name}}` : String(Object.hasOwn(own, name) ? own[name] : reference(name)),
    )
  }
  const intrinsics: Record<string, (argument: unknown) => unknown> = {
    Ref: argument => ref(argument as string),
    'Fn::GetAtt': argument =>
      Array.isArray(argument) ? getAtt(argument[0], String(resolve(argument[1]))) : reference(argument as string),
    'Fn::Join': argument => {
      const [separator, parts] = argument as [string, unknown]
      return (resolve(parts) as unknown[]).join(separator)
    },
    'Fn::Select': argument => {
      const [index, list] = resolve(argument) as [string | number, unknown[]]
      return list[Number(index)]
    },
    'Fn::Split': argument => {
      const [separator, text] = resolve(argument) as [string, string]
      return text.split(separator)
    },
    'Fn::Sub': substitute,
  }
  const resolve: Resolve = value => {
    if (Array.isArray(value)) return value.map(resolve).filter(item => item !== undefined)
    if (typeof value !== 'object' || value === null) return value
    const keys = Object.keys(value)
    const [only] = keys
    if (keys.length === 1 && only && (only === 'Ref' || only.startsWith('Fn::'))) {
      const intrinsic = intrinsics[only]
      if (!intrinsic) throw new LocalCloudError(`The local cloud doesn't know the intrinsic function ${only}`)
      return intrinsic((value as Record<string, unknown>)[only])
    }
    const entries = Object.entries(value).map(([key, item]) => [key, resolve(item)])
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined))
  }
  return resolve
}
