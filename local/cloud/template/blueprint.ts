import { type Identity, identify, type Ports } from './names.ts'
import { type Resolve, resolver } from './resolve.ts'
import { refuseUnknownTypes } from './supported-types.ts'
import { resourcesOf, type Template } from './template.ts'

/** The template with the local names filled in: what each resource is called and what its properties come to. */
export interface Blueprint {
  identity(logicalId: string): Identity
  /** Properties resolved, of all resources of a type. */
  all<Properties>(type: string): Planned<Properties>[]
  outputs: Record<string, string>
}

export interface Planned<Properties> {
  logicalId: string
  identity: Identity
  properties: Properties
  metadata: Record<string, unknown>
}

export function blueprint(template: Template, ports: Ports): Blueprint {
  refuseUnknownTypes(template)
  const identities = new Map(
    Object.entries(template.Resources).map(([logicalId, resource]) => [
      logicalId,
      identify(logicalId, resource, ports),
    ]),
  )
  const parameters = new Map(Object.entries(template.Parameters ?? {}).map(([name, { Default }]) => [name, Default]))
  const resolve = resolver(identities, parameters)
  return {
    identity: logicalId => identities.get(logicalId)!,
    all: type =>
      resourcesOf(template, type).map(([logicalId, resource]) => ({
        logicalId,
        identity: identities.get(logicalId)!,
        properties: (resolve(resource.Properties ?? {}) ?? {}) as never,
        metadata: resource.Metadata ?? {},
      })),
    outputs: resolveOutputs(template, resolve),
  }
}

function resolveOutputs(template: Template, resolve: Resolve): Record<string, string> {
  const outputs = Object.entries(template.Outputs ?? {})
  return Object.fromEntries(outputs.map(([name, { Value }]) => [name, String(resolve(Value))]))
}
