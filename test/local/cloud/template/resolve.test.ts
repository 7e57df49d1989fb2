import { describe, expect, test } from 'vitest'
import { resolver } from '../../../../local/cloud/template/resolve.ts'

const identities = new Map([
  [
    'Queue',
    { ref: 'http://127.0.0.1:1/000000000000/Queue', attributes: { Arn: 'arn:aws:sqs:us-east-1:000000000000:Queue' } },
  ],
])
const resolve = resolver(identities, new Map([['Stage', 'test']]))

const substitution = (text: string) => text.replaceAll('<', '$' + '{').replaceAll('>', '}')

describe('a value of the template', () => {
  test.each([
    ['as it is', { a: [1, true, null, 'x'] }, { a: [1, true, null, 'x'] }],
    ['a reference to a resource', { Ref: 'Queue' }, 'http://127.0.0.1:1/000000000000/Queue'],
    ['a reference to a parameter', { Ref: 'Stage' }, 'test'],
    ['a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['an attribute', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:Queue'],
    ['an attribute with a dot', { 'Fn::GetAtt': 'Queue.Arn' }, 'arn:aws:sqs:us-east-1:000000000000:Queue'],
    ['a join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }]] }, 'a-test'],
    [
      'a substitution',
      { 'Fn::Sub': substitution('<Stage> <AWS::Region> <Queue.Arn> <!kept>') },
      substitution('test us-east-1 arn:aws:sqs:us-east-1:000000000000:Queue <kept>'),
    ],
    ['a substitution with its own names', { 'Fn::Sub': [substitution('[<x>]'), { x: { Ref: 'Stage' } }] }, '[test]'],
    [
      'a selection from a split',
      { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] },
      'Queue',
    ],
    ['what has no value is left out', { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
  ])('resolves: %s', (_, value, expected) => {
    expect(resolve(value)).toEqual(expected)
  })

  test.each([
    [{ Ref: 'Nowhere' }, "The template refers to Nowhere, which it doesn't define"],
    [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, 'Queue has no attribute Colour in the local cloud'],
    [{ 'Fn::If': ['x', 1, 2] }, "The local cloud doesn't know the intrinsic function Fn::If"],
  ])("says why it can't resolve %j", (value, message) => {
    expect(() => resolve(value)).toThrow(message)
  })
})
