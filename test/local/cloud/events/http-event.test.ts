import { expect, test } from 'vitest'
import { httpAnswer } from '../../../../local/cloud/events/http-answer.ts'
import { httpEvent } from '../../../../local/cloud/events/http-event.ts'

const CALL = { apiId: 'api', requestId: 'r1', now: new Date('2020-09-23T18:05:11Z') }
const event = (url: string, headers: Record<string, string> = {}, body: Buffer = Buffer.alloc(0)) =>
  httpEvent({ method: 'POST', url, headers, body, sourceIp: '127.0.0.1' }, { key: 'POST /a', parameters: {} }, CALL)

test('paths are decoded, queries are not, and a parameter given twice is joined', () => {
  const { rawPath, rawQueryString, queryStringParameters } = event('/a%20b?x=1&x=2&y=%26')
  expect([rawPath, rawQueryString]).toEqual(['/a b', 'x=1&x=2&y=%26'])
  expect(queryStringParameters).toEqual({ x: '1,2', y: '&' })
})

test('text travels as text, and bytes in base64, even where a header calls them JSON', () => {
  const json = { 'content-type': 'application/json; charset=utf-8' }
  expect(event('/a', json, Buffer.from('{"a":"ə"}'))).toMatchObject({ body: '{"a":"ə"}', isBase64Encoded: false })
  expect(event('/a', json, Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({ body: 'Iv8i', isBase64Encoded: true })
  expect(event('/a', { 'content-type': 'image/png' }, Buffer.from('x'))).toMatchObject({ isBase64Encoded: true })
  expect(event('/a')).not.toHaveProperty('body')
})

test('cookies stand apart from the headers, and the time is that of a web log', () => {
  const { cookies, headers, requestContext } = event('/a', { cookie: 'a=1; b=2', host: 'api.test:80' })
  expect(cookies).toEqual(['a=1', 'b=2'])
  expect(headers).toEqual({ host: 'api.test:80' })
  expect(requestContext).toMatchObject({ time: '23/Sep/2020:18:05:11 +0000', domainName: 'api.test:80' })
})

test('what has no status code is a JSON body', () => {
  const { status, headers, body } = httpAnswer({ hello: 1 })
  expect([status, headers['content-type'], body.toString()]).toEqual([200, 'application/json', '{"hello":1}'])
})
