import { expect, test } from 'vitest'
import { findRoute } from '../../../../local/cloud/events/routes.ts'

const ROUTES = [
  'GET /v1/claims',
  'GET /v1/{kind}',
  'ANY /v1/{kind}',
  'GET /v1/{kind}/{id}',
  'ANY /v1/{proxy+}',
  '$default',
  'GET /',
]
const routes = ROUTES.map(key => ({ key, target: key }))

test.each([
  ['GET', '/v1/claims', 'GET /v1/claims', {}],
  ['GET', '/v1/figures', 'GET /v1/{kind}', { kind: 'figures' }],
  ['POST', '/v1/claims', 'ANY /v1/{kind}', { kind: 'claims' }],
  ['GET', '/v1/articles/a%20b', 'GET /v1/{kind}/{id}', { kind: 'articles', id: 'a b' }],
  ['PUT', '/v1/articles/7/text', 'ANY /v1/{proxy+}', { proxy: 'articles/7/text' }],
  ['GET', '/', 'GET /', {}],
  ['GET', '/v2', '$default', {}],
  ['GET', '/v1/100%', 'GET /v1/{kind}', { kind: '100%' }],
])('%s %s goes to %s', (method, path, key, parameters) => {
  expect(findRoute(routes, method, path)).toEqual({ route: { key, target: key }, parameters })
})

test('without a default there may be no route', () => {
  expect(findRoute([{ key: 'GET /v1/{id}', target: 0 }], 'GET', '/v1/')).toBeUndefined()
  expect(findRoute([{ key: 'GET /v1/{id}', target: 0 }], 'DELETE', '/v1/7')).toBeUndefined()
})
