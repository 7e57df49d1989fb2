import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalCloud, startLocalCloud } from '../../../local/cloud/local-cloud.ts'
import { InUseError } from '../../../local/cloud/template/local-cloud-error.ts'
import type { Template } from '../../../local/cloud/template/template.ts'
import { TEST_ROOT, testTemplate } from './stack/test-stack.ts'

let template: Template
let cloud: LocalCloud
beforeAll(async () => {
  template = testTemplate()
  cloud = await startLocalCloud({ template, projectRoot: TEST_ROOT, dataDir: null })
})
afterAll(() => cloud?.close())

const call = (path: string, init: RequestInit = {}) => fetch(`${cloud.apiUrl}${path}`, init)
const echo = async (path: string, init: RequestInit = {}): Promise<APIGatewayProxyEventV2> =>
  (await (await call(path, init)).json()) as APIGatewayProxyEventV2

test("a request reaches its route's function with path, query and headers", async () => {
  expect(await echo('/things/a%20b?x=1&x=2', { headers: { 'x-kind': 'one' } })).toMatchObject({
    version: '2.0',
    routeKey: 'GET /things/{id}',
    rawPath: '/things/a b',
    pathParameters: { id: 'a b' },
    queryStringParameters: { x: '1,2' },
    headers: { 'x-kind': 'one' },
    requestContext: { http: { method: 'GET', path: '/things/a b' }, stage: '$default' },
  })
  expect(await echo('/deep/a/b', { method: 'DELETE' })).toMatchObject({ pathParameters: { proxy: 'a/b' } })
})

test('bytes, status, headers and cookies come back as the function gave them', async () => {
  const response = await call('/things/1', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'bytes' })
  expect(response.status).toBe(201)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0xff, 0x00, 0xff])
})

test.each([
  ['no route', 404, 'Not Found', () => call('/nowhere')],
  ['a method without a route', 404, 'Not Found', () => call('/things/1', { method: 'PUT' })],
  [
    'a function that throws',
    500,
    'Internal Server Error',
    () => call('/things/1', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'boom' }),
  ],
  [
    'more than 10 MB',
    413,
    'Request Too Long',
    () => call('/things/1', { method: 'POST', body: new Uint8Array(10 * 1024 * 1024 + 1) }),
  ],
])('%s is answered with %i', async (_, status, message, send) => {
  const response = await send()
  expect([response.status, await response.json()]).toEqual([status, { message }])
})

test('requests that come together are all answered', async () => {
  const ids = Array.from({ length: 8 }, (_, index) => String(index))
  const answers = await Promise.all(ids.map(id => echo(`/things/${id}`)))
  expect(answers.map(({ pathParameters }) => pathParameters?.id)).toEqual(ids)
})

test('a port that another program has is an error that names it', async () => {
  const port = Number(new URL(cloud.apiUrl!).port)
  const again = startLocalCloud({ template, projectRoot: TEST_ROOT, dataDir: null, port })
  await expect(again).rejects.toThrow(InUseError)
  await expect(again).rejects.toThrow(`Port ${port} is taken`)
})
