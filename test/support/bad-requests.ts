import fc from 'fast-check'
import { openapi } from '../../lambdas/api/reference/openapi.ts'
import { allRoutes } from '../../lambdas/api/routes.ts'

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  minimum?: number
  maximum?: number
  maxLength?: number
  properties?: Record<string, Schema>
}
interface Operation {
  parameters: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
const { paths } = openapi(await allRoutes(), '0') as unknown as { paths: Record<string, Record<string, Operation>> }

const ODD = [
  ...['', ' ', '\0', '\n', '%', '%zz', '%E0%A4%A', '..', '../../etc/passwd', '__proto__', 'constructor'],
  ...'null NaN -1 0 101 1e999 9007199254740993 0x10 true [] {} 2023-13-45 2023-09-24 9999999-01-01'.split(' '),
  ...'ə \u202e 😀 \ufffe \' " <script> ; # & = // c_a_0123456789ab al_corridor_a_b corridor road'.split(' '),
  ...['a'.repeat(300), 'é'.repeat(3_000)],
]
const odd = fc.constantFrom(...ODD)
const text = fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }))

/** Right or nearly right for the schema, and at times anything. */
const valueFor = ({ enum: allowed, minimum, maximum, maxLength }: Schema): fc.Arbitrary<string> => {
  const near: string[] = (allowed ?? []).flatMap(value => [String(value), `${value}x`])
  for (const bound of [minimum, maximum])
    if (bound !== undefined) near.push(String(bound), String(bound + 1), String(bound - 1), `${bound}.5`)
  if (maxLength !== undefined) near.push('x'.repeat(maxLength), 'x'.repeat(maxLength + 1))
  return near.length > 0 ? fc.oneof(fc.constantFrom(...near), text) : text
}
const forgedCursor = fc
  .oneof(
    fc.json({ maxDepth: 2 }),
    fc.record({ after: text, skip: fc.integer(), filters: text }).map(each => JSON.stringify(each)),
  )
  .map(json => Buffer.from(json).toString('base64url'))

const jsonFor = ({ properties = {} }: Schema): fc.Arbitrary<string> => {
  const fields = Object.entries(properties).map(([name, schema]) => [
    name,
    fc.option(fc.oneof(valueFor(schema), fc.jsonValue({ maxDepth: 2 })), { nil: undefined }),
  ])
  const near = fc.record(Object.fromEntries(fields), { requiredKeys: [] }).map(value => JSON.stringify(value))
  return fc.oneof(
    near,
    fc.json({ maxDepth: 3 }),
    near.map(json => json.slice(0, -1)),
    text,
  )
}

const TYPES = ['application/json', 'text/plain', 'text/html', 'application/ld+json', 'image/png', 'x', '']
const bodyOf = (content: Record<string, { schema: Schema }> = {}) =>
  fc.record({
    type: fc.constantFrom(...TYPES, ...Object.keys(content)),
    body: fc.oneof(
      ...Object.values(content).map(({ schema }) => jsonFor(schema)),
      text,
      fc.constant('{"text":'),
      fc.constant('{"text": "The road."}'),
    ),
  })

/** A request to any route of the API, as bad as it may come, and at times a good one. */
export const anyRequest = fc.oneof(
  ...Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody }]) =>
      fc.record({
        method: fc.oneof(
          { weight: 9, arbitrary: fc.constant(method) },
          fc.constantFrom('get', 'post', 'put', 'delete', 'patch'),
        ),
        path: fc
          .tuple(
            ...parameters
              .filter(each => each.in === 'path')
              .map(({ schema }) => fc.oneof(valueFor(schema), fc.constantFrom('road', 'corridor', 'place:lachin'))),
          )
          .map(values => values.reduce((whole, value) => whole.replace(/\{\w+\}/, () => segment(value)), path)),
        query: fc.array(
          fc.oneof(
            ...parameters
              .filter(each => each.in === 'query')
              .map(({ name, schema }) =>
                fc.tuple(fc.constant(name), name === 'cursor' ? fc.oneof(forgedCursor, text) : valueFor(schema)),
              ),
            fc.tuple(text, text),
          ),
          { maxLength: 4 },
        ),
        sent: bodyOf(requestBody?.content),
        accept: fc.constantFrom('application/json', 'text/csv', '*/*;q=0', 'x'),
        raw: fc.option(odd, { nil: undefined, freq: 20 }),
      }),
    ),
  ),
)
export type Sent = typeof anyRequest extends fc.Arbitrary<infer T> ? T : never

/** As a client would send it, or, where it holds an escape of its own, as it stands. */
const segment = (value: string): string =>
  /^%/.test(value) ? value : encodeURIComponent(value.toWellFormed?.() ?? value.replace(/\p{Surrogate}/gu, ''))
export const urlOf = ({ path, query, raw }: Sent): string => {
  const parameters = new URLSearchParams(query.map(([name, value]) => [name, value] as [string, string]))
  return `http://localhost${path}?${parameters}${raw === undefined ? '' : `&${raw.replace(/[\s#]/g, '')}`}`
}
