import type { Json } from './openapi.ts'

type Schema = {
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
interface Parameter {
  name: string
  in: string
  description?: string
  schema: Schema
  examples?: Examples
}
type Examples = Record<string, { summary: string; value: Json }>
type Content = Record<string, { schema: Schema; examples?: Examples }>
interface Operation {
  summary: string
  description?: string
  parameters: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content; $ref?: string }>
}
interface Document {
  info: { description: string }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation & { tags: string[] }>>
  components: { schemas: Record<string, Schema> }
}

/** The API's reference as a page of Markdown, made of its OpenAPI document. */
export function page(openapi: unknown): string {
  const document = openapi as Document
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const sections = document.tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags[0] === name)
    return [`## ${capital(name)}`, description, ...own.map(each => section(each, document.servers[0]!.url))]
  })
  const shapes = Object.entries(document.components.schemas).map(([name, schema]) =>
    [`### ${name}`, ...(schema.description ? [`${schema.description}.`] : []), fields(schema)].join('\n\n'),
  )
  return `${['# HTTP API', NOTE, document.info.description, ERRORS, ...sections.flat(), '## Shapes', ...shapes].join('\n\n')}\n`
}

const NOTE =
  'Written by `npx tsx scripts/reference.ts` from the routes’ own declarations, as [openapi.json](openapi.json) is.'
const ERRORS =
  'Lists give `items` and, where they go on, `next`: ask again with it as `cursor` and the same filters. With `Accept: text/csv` most lists come as a table, and the next page stands in the `Link` header. Errors are `application/problem+json` (RFC 9457) and name the field at fault and, where that is a list, what it may be. Answers to GET have an `ETag`.'

function section({ method, path, operation }: { method: string; path: string; operation: Operation }, server: string) {
  const { summary, description, parameters, requestBody, responses } = operation
  const rows = parameters.map(({ name, description: about = '', schema, in: where }) => [
    `\`${name}\`${where === 'path' ? ' (path)' : ''}`,
    typeOf(schema) + (schema.default === undefined ? '' : `; ${code(schema.default)} if left out`),
    about,
  ])
  const bodies = Object.entries(requestBody?.content ?? {})
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  return [
    `### ${method} ${path}`,
    `${summary}.${description ? ` ${description}` : ''}`,
    ...(rows.length > 0 ? [table(['parameter', 'what', 'meaning'], rows)] : []),
    ...bodyText(bodies),
    ...answers.map(([status, { content = {} }]) => answerText(status, Object.entries(content))),
    ...examplesOf(method, path, operation, bodies, server),
  ].join('\n\n')
}

function bodyText(bodies: [string, { schema: Schema }][]): string[] {
  if (bodies.length === 0) return []
  const own = bodies.find(([, { schema }]) => schema.properties)?.[1].schema
  return [`Body: ${bodies.map(([type]) => code(type)).join(', ')}.`, ...(own ? [fields(own)] : [])]
}

function answerText(status: string, content: [string, { schema: Schema }][]): string {
  const [first] = content
  if (!first) return `Answers ${status} without a body.`
  const [media, { schema }] = first
  const also = content.slice(1).map(([type]) => ` Also as ${code(type)}.`)
  const head = `Answers ${status}${media === 'application/json' ? '' : ` as ${code(media)}`}${schema.properties ? '' : `: ${typeOf(schema)}`}.${also.join('')}`
  return schema.properties ? `${head}\n\n${fields(schema)}` : head
}

const fields = (schema: Schema): string => {
  if (!schema.properties) return typeOf(schema)
  const rows = Object.entries(schema.properties).map(([name, each]) => [
    `\`${name}\`${schema.required?.includes(name) ? '' : ' (may be absent)'}`,
    typeOf(each),
    each.description ?? '',
  ])
  return table(['field', 'what', 'meaning'], rows)
}

function typeOf(schema: Schema): string {
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

function examplesOf(
  method: string,
  path: string,
  { parameters }: Operation,
  bodies: [string, { examples?: Examples }][],
  server: string,
): string[] {
  const all = [...parameters.map(({ examples = {} }) => examples), ...bodies.map(([, { examples = {} }]) => examples)]
  const names = new Map(all.flatMap(examples => Object.entries(examples).map(([name, { summary }]) => [name, summary])))
  return [...names].map(([name, summary]) => {
    let target = path
    const query = new URLSearchParams()
    for (const { name: parameter, in: where, examples } of parameters) {
      const value = examples?.[name]?.value
      if (value === undefined) continue
      if (where === 'query') query.set(parameter, String(value))
      else target = target.replace(`{${parameter}}`, encodeURIComponent(String(value)))
    }
    const [type, body] = bodies.find(([, { examples }]) => examples?.[name]) ?? []
    const value = body?.examples?.[name]?.value
    const parts = [
      'curl',
      ...(method === 'GET' || (method === 'POST' && type) ? [] : [`-X ${method}`]),
      ...(type
        ? [`-H 'content-type: ${type}'`, `-d ${quoted(typeof value === 'string' ? value : JSON.stringify(value))}`]
        : []),
      quoted(`${server}${target}${query.size > 0 ? `?${query}` : ''}`),
    ]
    return `${capital(summary)}:\n\n\`\`\`\n${parts.join(' ')}\n\`\`\``
  })
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n')
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const code = (value: Json): string => `\`${String(value)}\``
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
const linkTo = (ref: string): string => {
  const name = ref.split('/').at(-1)!
  return `[${name}](#${name.toLowerCase()})`
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
