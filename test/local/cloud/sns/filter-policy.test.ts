import { describe, expect, test } from 'vitest'
import { accepts, parseFilterPolicy } from '../../../../local/cloud/sns/filter-policy.ts'
import type { MessageAttribute, Publication } from '../../../../local/cloud/sns/publication.ts'

const text = (value: string): MessageAttribute => ({ type: 'String', value })
const list = (...values: unknown[]): MessageAttribute => ({ type: 'String.Array', value: JSON.stringify(values) })
const number = (value: number): MessageAttribute => ({ type: 'Number', value: String(value) })
const message = (attributes: Record<string, MessageAttribute>): Publication => ({
  ...{ topicArn: 'arn', messageId: 'id', timestamp: '2023-01-01T00:00:00Z', message: { default: '' }, attributes },
})
const byAttributes = (policy: unknown, attributes: Record<string, MessageAttribute>) =>
  accepts(parseFilterPolicy(JSON.stringify(policy), 'MessageAttributes'), 'MessageAttributes', message(attributes), '')
const byBody = (policy: unknown, body: unknown) => {
  const json = typeof body === 'string' ? body : JSON.stringify(body)
  return accepts(parseFilterPolicy(JSON.stringify(policy), 'MessageBody'), 'MessageBody', message({}), json)
}

describe('a policy over attributes', () => {
  const talks = {
    topic: text('talks'),
    verdicts: list('new', 'update'),
    claims: number(3),
    source: text('Example News'),
  }
  test.each([
    [{ topic: ['talks'] }, true],
    [{ topic: ['Talks'] }, false],
    [{ topic: ['corridor', 'talks'] }, true],
    [{ topic: ['talks'], verdicts: ['repeat'] }, false],
    [{ verdicts: ['update'] }, true],
    [{ verdicts: ['update', 'contradiction'], claims: [{ numeric: ['>=', 3, '<', 10] }] }, true],
    [{ claims: [{ numeric: ['=', 3.000001] }] }, true],
    [{ claims: [{ numeric: ['>', 3] }] }, false],
    [{ topic: [{ numeric: ['=', 3] }] }, false],
    [{ claims: [3] }, true],
    [{ claims: ['3'] }, false],
    [{ source: [{ prefix: 'Example' }] }, true],
    [{ source: [{ suffix: 'News' }] }, true],
    [{ source: [{ 'equals-ignore-case': 'example news' }] }, true],
    [{ source: [{ wildcard: 'E*ple*s' }] }, true],
    [{ source: [{ wildcard: '*ple' }] }, false],
    [{ source: [{ wildcard: 'Example News*News' }] }, false],
    [{ topic: [{ 'anything-but': ['corridor'] }] }, true],
    [{ topic: [{ 'anything-but': 'talks' }] }, false],
    [{ verdicts: [{ 'anything-but': ['new'] }] }, true],
    [{ verdicts: [{ 'anything-but': ['new', 'update'] }] }, false],
    [{ source: [{ 'anything-but': { prefix: 'Ex' } }] }, false],
    [{ source: [{ 'anything-but': { prefix: ['Re', 'In'] } }] }, true],
    [{ missing: [{ 'anything-but': 'x' }] }, false],
    [{ missing: [{ exists: false }] }, true],
    [{ missing: [{ exists: true }] }, false],
    [{ verdicts: [{ exists: true }] }, true],
    [{ topic: [{ exists: false }, 'talks'] }, true],
    [{ $or: [{ topic: ['corridor'] }, { source: [{ prefix: 'Example' }] }] }, true],
    [{ topic: ['talks'], $or: [{ claims: [1] }, { verdicts: ['repeat'] }] }, false],
  ])('%j: %s', (policy, accepted) => {
    expect(byAttributes(policy, talks)).toBe(accepted)
  })

  test('numbers beyond a thousand million are never compared', () => {
    expect(byAttributes({ n: [{ numeric: ['>', 0] }] }, { n: number(2e9) })).toBe(false)
  })

  test("that something is absent can't be told of a message without attributes", () => {
    expect(byAttributes({ n: [{ exists: false }] }, {})).toBe(false)
  })

  test('an $or that names an operator is an attribute of that name', () => {
    const policy = { $or: [{ prefix: 'a' }, { suffix: 'b' }] }
    expect(byAttributes(policy, { $or: text('ab') })).toBe(true)
    expect(byAttributes(policy, { prefix: text('a') })).toBe(false)
  })

  test('a word like __proto__ is an attribute like any other', () => {
    const policy = JSON.parse('{"__proto__": ["x"]}')
    expect(byAttributes(policy, talks)).toBe(false)
    expect(byAttributes({ constructor: [{ exists: true }] }, talks)).toBe(false)
  })
})

describe('a policy over the body', () => {
  const alert = {
    topic: 'talks',
    claims: [{ verdict: 'new', figure: 213 }, { verdict: 'repeat' }],
    by: { outlet: 'A' },
  }
  test.each([
    [{ topic: ['talks'] }, true],
    [{ by: { outlet: ['A'] } }, true],
    [{ by: { outlet: ['B'] } }, false],
    [{ claims: { verdict: ['repeat'] } }, true],
    [{ claims: { figure: [{ numeric: ['>', 200] }] } }, true],
    [{ by: { colour: [{ exists: false }] } }, true],
    [{ topic: [null] }, false],
  ])('%j: %s', (policy, accepted) => {
    expect(byBody(policy, alert)).toBe(accepted)
  })

  test("doesn't accept what is no JSON object", () => {
    expect(byBody({ topic: [{ exists: false }] }, 'plain words')).toBe(false)
    expect(byBody({ topic: ['talks'] }, '["talks"]')).toBe(false)
  })
})

test.each([
  ['{', 'failed to parse JSON'],
  ['[]', 'must be a JSON object'],
  ['{"a": "b"}', '"a" must be an object or an array'],
  ['{"a": []}', 'Empty arrays are not allowed'],
  ['{"a": [{"matches": "x"}]}', 'Unrecognized match type matches'],
  ['{"a": [{"prefix": "x", "suffix": "y"}]}', 'Unrecognized match type prefix, suffix'],
  ['{"a": [{"prefix": 7}]}', 'the match pattern must be a string'],
  ['{"a": [{"exists": "yes"}]}', 'exists match pattern must be either true or false'],
  ['{"a": [{"numeric": ["~", 1]}]}', 'Unrecognized numeric range operator'],
  ['{"a": [{"numeric": ["=", 2000000000]}]}', 'between -1e9 and 1e9'],
  ['{"a": {"b": ["c"]}}', 'does not support nested filter policy'],
  [JSON.stringify(Object.fromEntries('abcdef'.split('').map(key => [key, ['x']]))), 'more than 5 keys'],
  [JSON.stringify({ a: [...Array(13).keys()], b: [...Array(12).keys()] }), 'too complex'],
])('the policy %s is refused: %s', (policy, reason) => {
  expect(() => parseFilterPolicy(policy, 'MessageAttributes')).toThrow(reason)
})
