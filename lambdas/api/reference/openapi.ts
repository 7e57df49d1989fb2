import * as z from 'zod'
import type { Route } from '../route.ts'
import { groupOf } from '../routes.ts'
import type { Documented, Example } from './documented.ts'
import { REFERENCE } from './reference.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Fields = { [key: string]: Json }

const ABOUT =
  'Who claims what in the news: articles, claims, figures, entities, alerts and topics. In AWS every route but /health asks for an IAM signature (or a JWT, where the stack says so).'
const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    field: z.string().optional().describe('The parameter or body field at fault'),
    allowed: z.array(z.string()).optional().describe('What it may be, where that is a list'),
    problems: z
      .array(z.object({ line: z.int(), reason: z.string() }))
      .optional()
      .describe('Of a file: each line at fault, and why'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

/** The API as an OpenAPI 3.1 document, made of the routes' own declarations. */
export function openapi(routes: readonly Route[], version: string): Fields {
  const schemas: Fields = {}
  const paths: Record<string, Fields> = {}
  for (const route of routes) {
    paths[route.path] ??= {}
    paths[route.path]![route.method] = operation(route, schemas)
  }
  const problem = { $ref: schemaRef(Problem, schemas) }
  return {
    openapi: '3.1.0',
    info: { title: 'Claimwire', version, summary: 'Alerts when something new is claimed', description: ABOUT, license },
    servers: [{ url: 'http://127.0.0.1:8787', description: 'npm start' }],
    security: [{ iam: [] }],
    tags: [...new Set(routes.map(tagOf))].map(name => ({ name, description: TAGS[name] ?? '' })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      responses: {
        problem: {
          description: 'What is wrong, and where',
          content: { 'application/problem+json': { schema: problem } },
        },
      },
      securitySchemes: {
        iam: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'AWS Signature V4' },
      },
    },
  }
}
/** What the routes under `/v1/NAME` are about. */
const TAGS: Record<string, string> = {
  health: 'Open to all.',
  articles: 'What was uploaded, and all that was found in it.',
  uploads: 'Where to upload what is not sent through the API.',
  claims: 'Who claims what, and whether it is new.',
  figures: 'Quantities, with who gave them.',
  entities: 'People, places and organizations.',
  alerts: 'What subscribers were told.',
  topics: 'What is watched.',
  subscriptions: 'Who is told, and of what.',
}
const license = { name: 'Apache-2.0', identifier: 'Apache-2.0' }

/** `/v1/claims/{id}` is about claims. */
export const tagOf = ({ path }: Route): string => groupOf(path)

function operation(route: Route, schemas: Fields): Fields {
  const { operation, summary, description, status = 200, creates, path } = route
  const { answer, examples }: Documented = REFERENCE[operation]
  const body = requestBody(route, examples, schemas)
  const ok: Fields = { description: 'Done' }
  if (status !== 204) ok.content = answers(route, toJson(answer, schemas))
  return {
    operationId: operation,
    summary,
    ...(description && { description }),
    tags: [tagOf(route)],
    ...(path === '/health' && { security: [] }),
    parameters: [
      ...parameters(route.params, 'path', examples, schemas),
      ...parameters(route.query, 'query', examples, schemas),
    ],
    ...(body && { requestBody: body }),
    responses: {
      [status]: ok,
      ...(creates && { '201': { ...ok, description: 'Made' } }),
      '4XX': { $ref: '#/components/responses/problem' },
    },
  }
}

/** A list of `csv` columns is a table too, for those who ask for one. */
const answers = ({ produces = 'application/json', csv }: Route, schema: Json): Fields => ({
  [produces]: { schema },
  ...(csv && { 'text/csv': { schema: { type: 'string', description: `Columns: ${csv.join(', ')}` } } }),
})

function parameters(object: z.ZodObject, where: 'path' | 'query', examples: Documented['examples'], schemas: Fields) {
  const given = (name: string, type: Json | undefined) =>
    Object.entries(examples).flatMap(([key, example]) => {
      const text = (where === 'path' ? example.params : example.query)?.[name]
      const value = type === 'integer' ? Number(text) : text
      return text === undefined ? [] : [[exampleName(key), { summary: key, value }]]
    })
  return Object.entries(object.shape).map(([name, schema]): Fields => {
    const { description, ...rest } = toJson(schema, schemas) as Fields
    const shown = given(name, rest.type)
    return {
      name,
      in: where,
      required: where === 'path',
      ...(description && { description }),
      schema: rest,
      ...(shown.length > 0 && { examples: Object.fromEntries(shown) }),
    }
  })
}

function requestBody({ json, bytes }: Route, examples: Documented['examples'], schemas: Fields): Fields | undefined {
  const types = json ? ['application/json'] : bytes
  if (!types) return undefined
  const content = types.map((type): [string, Json] => {
    const schema = json ? toJson(json, schemas) : type === 'application/json' ? { type: 'object' } : { type: 'string' }
    const shown = Object.entries(examples).filter(([, example]) => typeOf(example) === type)
    const values = shown.map(([key, { body }]) => [exampleName(key), { summary: key, value: body as Json }])
    return [type, { schema, ...(shown.length > 0 && { examples: Object.fromEntries(values) }) }]
  })
  return { required: true, content: Object.fromEntries(content) }
}

const typeOf = ({ body, contentType = 'application/json' }: Example) => (body === undefined ? undefined : contentType)
/** Examples of a parameter and of a body that share a name are one request. */
const exampleName = (key: string): string => key.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()

/** A schema as JSON Schema; the named ones in it are put with `schemas`, and referred to. */
function toJson(schema: z.ZodType, schemas: Fields): Json {
  const { $schema, $defs = {}, ...own } = z.toJSONSchema(schema, { io: 'input' }) as Fields & { $defs?: Fields }
  Object.assign(schemas, moved($defs))
  return moved(own)
}

function schemaRef(schema: z.ZodType, schemas: Fields): string {
  const { id = '' } = schema.meta() ?? {}
  const { $ref, ...own } = toJson(schema, schemas) as Fields
  if (!$ref) schemas[id] = own
  return `#/components/schemas/${id}`
}

const moved = <T extends Json>(json: T): T =>
  JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/'))
