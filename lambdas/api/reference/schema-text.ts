import type { Json } from './openapi.ts'

/** What is read of a JSON Schema. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  const?: Json
  enum?: Json[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  description?: string
  default?: Json
  minimum?: number
  maximum?: number
  maxLength?: number
}

/** An object's fields as a table; of anything else, what it is. */
export const fields = (schema: Schema): string => {
  if (!schema.properties) return typeOf(schema)
  const rows = Object.entries(schema.properties).map(([name, each]) => [
    `\`${name}\`${schema.required?.includes(name) ? '' : ' (may be absent)'}`,
    typeOf(each),
    each.description ?? '',
  ])
  return table(['field', 'what', 'meaning'], rows)
}

/** What a value may be, in a few words. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return linkTo(schema.$ref)
  if (schema.const !== undefined) return code(schema.const)
  if (schema.enum) return schema.enum.map(code).join(', ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return either.map(typeOf).join(' or ')
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(', ')}]`
  if (schema.items) return `list of ${typeOf(schema.items)}`
  if (schema.properties) {
    return `{ ${Object.entries(schema.properties)
      .map(([name, each]) => `${name}: ${typeOf(each)}`)
      .join('; ')} }`
  }
  const types = [schema.type ?? 'anything'].flat().join(' or ')
  const { minimum, maximum, maxLength } = schema
  const isBounded = minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
  return (
    types + (isBounded ? ` from ${minimum} to ${maximum}` : '') + (maxLength ? `, at most ${maxLength} characters` : '')
  )
}

export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n')
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
export const code = (value: Json): string => `\`${String(value)}\``
const linkTo = (ref: string): string => {
  const name = ref.split('/').at(-1)!
  return `[${name}](#${name.toLowerCase()})`
}
