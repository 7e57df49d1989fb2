import { examplesOf } from './curl.ts'
import type { Operation } from './operation.ts'
import { code, fields, type Schema, table, typeOf } from './schema-text.ts'

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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
