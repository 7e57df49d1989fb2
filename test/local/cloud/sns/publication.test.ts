import { describe, expect, test } from 'vitest'
import { accept, type PublishRequest } from '../../../../local/cloud/sns/publication.ts'

const TO = { topicArn: 'arn:aws:sns:us-east-1:000000000000:T', messageId: 'm', timestamp: '2023-01-01T00:00:00.000Z' }
const publish = (request: Partial<PublishRequest>) => accept({ message: 'text', attributes: {}, ...request }, TO)

test('a message may differ by protocol', () => {
  const message = JSON.stringify({ default: '{}', email: 'Dear reader', lambda: 7 })
  expect(publish({ message, structure: 'json' }).message).toEqual({ default: '{}', email: 'Dear reader' })
  expect(publish({ message }).message).toEqual({ default: message })
})

describe('refuses as SNS does', () => {
  test.each([
    ['no message', { message: '' }, 'Empty message'],
    ['a structure that is no JSON', { message: 'x', structure: 'json' }, 'failed to parse'],
    ['a structure without a default', { message: '{"email":"x"}', structure: 'json' }, 'No default entry'],
    ['a null structure', { message: 'null', structure: 'json' }, 'No default entry'],
    ['another structure', { structure: 'xml' }, "MessageStructure: 'xml'"],
    ['a subject in two lines', { subject: 'a\nb' }, 'Subject'],
    ['a subject that is not ASCII', { subject: 'Xankəndi' }, 'Subject'],
    ['a subject of 100 characters', { subject: 'x'.repeat(100) }, 'Subject'],
    ['a subject that begins with a space', { subject: ' x' }, 'Subject'],
    ['more than 256 KB', { message: 'ə'.repeat(131_073) }, 'Message too long'],
    ['an empty attribute', { attributes: { a: { type: 'String', value: '' } } }, 'non-empty message attribute value'],
    ['an unknown type', { attributes: { a: { type: 'Text', value: 'x' } } }, 'invalid message attribute type'],
    ['a number that is none', { attributes: { a: { type: 'Number', value: 'x' } } }, 'is no number'],
    ['a name with a space', { attributes: { 'a b': { type: 'String', value: 'x' } } }, "isn't allowed"],
  ])('%s', (_, request, reason) => {
    expect(() => publish(request)).toThrow(reason)
  })

  test('but takes what is just within the limits', () => {
    expect(publish({ subject: 'x'.repeat(99) }).subject).toHaveLength(99)
    expect(publish({ message: 'ə'.repeat(131_072) }).message.default).toHaveLength(131_072)
  })
})
