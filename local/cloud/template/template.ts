/** The parts of a CloudFormation template, as `cdk synth` writes it, that the local cloud reads. */
export interface Template {
  Resources: Record<string, Resource>
  Parameters?: Record<string, { Default?: unknown }>
  Outputs?: Record<string, { Value: unknown }>
}

export interface Resource {
  Type: string
  Properties?: Record<string, unknown>
  Metadata?: Record<string, unknown>
}

/** All resources of one type, by logical id, in the template's order. */
export function resourcesOf(template: Template, type: string): [logicalId: string, resource: Resource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type)
}
