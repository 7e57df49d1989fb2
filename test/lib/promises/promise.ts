/** A synthesised template, to be read and, in a copy, to be broken. */
export interface Resources {
  [logicalId: string]: Resource
}
export interface Resource {
  Type: string
  Properties: Properties
  DeletionPolicy?: string
  Metadata?: Record<string, string>
}
// biome-ignore lint/suspicious/noExplicitAny: properties are as many as resource types, and what is missing must read as undefined.
export type Properties = Record<string, any>
export type Named = [logicalId: string, resource: Resource]

/** Something that the stack keeps, and the ways to break it, each of which must be seen. */
export interface StackPromise {
  name: string
  /** Where it isn't kept, for people; none where it is. */
  faults(resources: Resources): string[]
  /** Copies in which one thing is removed or changed. */
  breaches(resources: Resources): Resources[]
}

export const ofType = (resources: Resources, type: string): Named[] =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type)

/** Our functions; CDK's own helpers name no entry. */
export const functions = (resources: Resources): Named[] =>
  ofType(resources, 'AWS::Lambda::Function').filter(([, { Metadata }]) => Metadata?.['claimwire:entry'])

export const idsOf = (named: Named[]): string[] => named.map(([id]) => id)

/** That all of these resources, and there are some, are as they should be. */
export function all(
  name: string,
  select: (resources: Resources) => Named[],
  isKept: (properties: Properties, resource: Resource, id: string) => unknown,
  ...breaks: ((properties: Properties, resource: Resource) => void)[]
): StackPromise {
  return {
    name,
    faults: resources => {
      const found = select(resources)
      if (found.length === 0) return ['there is none']
      return idsOf(found.filter(([id, resource]) => !isKept(resource.Properties, resource, id)))
    },
    breaches: resources => idsOf(select(resources)).flatMap(id => breaks.map(change => broken(resources, id, change))),
  }
}

/** That each of these things has another resource that serves it. Broken by each such resource in turn going away. */
export function each(
  name: string,
  wanted: (resources: Resources) => string[],
  serving: (resources: Resources) => Named[],
  serves: (wanted: string, properties: Properties, resource: Resource) => boolean,
  ...breaks: ((properties: Properties) => void)[]
): StackPromise {
  return {
    name,
    faults: resources => {
      const names = wanted(resources)
      const lacking = names.filter(
        want => !serving(resources).some(([, resource]) => serves(want, resource.Properties, resource)),
      )
      return names.length === 0 ? ['there is none'] : lacking
    },
    breaches: resources => {
      const needed = serving(resources).filter(([, resource]) =>
        wanted(resources).some(want => serves(want, resource.Properties, resource)),
      )
      return idsOf(needed).flatMap(id => [
        without(resources, id),
        ...breaks.map(change => broken(resources, id, change)),
      ])
    },
  }
}

export function broken(
  resources: Resources,
  id: string,
  change: (properties: Properties, resource: Resource) => void,
): Resources {
  const copy = structuredClone(resources)
  change(copy[id]!.Properties, copy[id]!)
  return copy
}

function without(resources: Resources, id: string): Resources {
  const copy = structuredClone(resources)
  delete copy[id]
  return copy
}

/** Whether a value of the template names that resource, by `Ref` or `Fn::GetAtt`, at any depth. */
export const names = (value: unknown, id: string): boolean =>
  JSON.stringify(value ?? null).includes(`"Ref":"${id}"`) || JSON.stringify(value ?? null).includes(`GetAtt":["${id}"`)
