import { expect, test } from 'vitest'
import { sqsEvent, succeeded } from '../../../../local/cloud/events/sqs-event.ts'

const message = (MessageId: string) => ({
  MessageId,
  ReceiptHandle: `receipt-${MessageId}`,
  Body: 'text',
  MD5OfBody: 'md5',
  Attributes: { MessageGroupId: 'talks', ApproximateReceiveCount: '1' },
  MessageAttributes: {
    kind: { DataType: 'String', StringValue: 'x' },
    raw: { DataType: 'Binary', BinaryValue: new Uint8Array([255]) },
  },
})
const batch = [message('a'), message('b'), message('c')]
const idsDone = (answer: unknown, reports = true) => succeeded(batch, answer, reports).map(({ MessageId }) => MessageId)
const failing = (...ids: unknown[]) => ({ batchItemFailures: ids.map(itemIdentifier => ({ itemIdentifier })) })

test('a record has what Lambda gives', () => {
  expect(sqsEvent([message('a')], 'arn:aws:sqs:us-east-1:000000000000:Q').Records).toEqual([
    {
      messageId: 'a',
      receiptHandle: 'receipt-a',
      body: 'text',
      attributes: { MessageGroupId: 'talks', ApproximateReceiveCount: '1' },
      messageAttributes: {
        kind: { dataType: 'String', stringValue: 'x', stringListValues: [], binaryListValues: [] },
        raw: { dataType: 'Binary', binaryValue: '/w==', stringListValues: [], binaryListValues: [] },
      },
      md5OfBody: 'md5',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:Q',
      awsRegion: 'us-east-1',
    },
  ])
})

test.each([
  ['nothing', undefined, ['a', 'b', 'c']],
  ['no failures', failing(), ['a', 'b', 'c']],
  ['an empty object', {}, ['a', 'b', 'c']],
  ['one failure', failing('b'), ['a', 'c']],
  ['an unknown id', failing('z'), []],
  ['an empty id', failing(''), []],
  ['a list of the wrong kind', { batchItemFailures: 'b' }, []],
])('an answer with %s is done with the right messages', (_, answer, done) => {
  expect(idsDone(answer)).toEqual(done)
})

test('without ReportBatchItemFailures any answer is success', () => {
  expect(idsDone(failing('b'), false)).toEqual(['a', 'b', 'c'])
})
