import type { Message } from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent, SQSMessageAttributes, SQSRecordAttributes } from 'aws-lambda'
import { REGION } from '../template/place.ts'

/** What Lambda hands a function for a batch of received messages. */
export function sqsEvent(messages: Message[], queueArn: string): SQSEvent {
  return {
    Records: messages.map(message => ({
      messageId: message.MessageId!,
      receiptHandle: message.ReceiptHandle!,
      body: message.Body!,
      attributes: message.Attributes as unknown as SQSRecordAttributes,
      messageAttributes: messageAttributes(message),
      md5OfBody: message.MD5OfBody!,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: REGION,
    })),
  }
}

function messageAttributes(message: Message): SQSMessageAttributes {
  const attributes = Object.entries(message.MessageAttributes ?? {})
  return Object.fromEntries(
    attributes.map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        dataType: DataType!,
        ...(StringValue === undefined ? {} : { stringValue: StringValue }),
        ...(BinaryValue === undefined ? {} : { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
        stringListValues: [],
        binaryListValues: [],
      },
    ]),
  )
}

/**
 * The messages that are done with, by what the function answered. An answer that names a message which wasn't in the
 * batch, or none, fails the whole batch, as in Lambda; so does any answer that isn't a batch response at all.
 */
export function succeeded(messages: Message[], answer: unknown, reportsItemFailures: boolean): Message[] {
  if (!reportsItemFailures || answer === null || answer === undefined) return messages
  const failures = (answer as Partial<SQSBatchResponse>).batchItemFailures
  if (failures === null || failures === undefined) return messages
  if (!Array.isArray(failures)) return []
  const ids = new Set(messages.map(message => message.MessageId))
  if (failures.some(failure => !ids.has(failure?.itemIdentifier))) return []
  const failed = new Set(failures.map(failure => failure.itemIdentifier))
  return messages.filter(message => !failed.has(message.MessageId!))
}

/** Names received messages in a request that deletes them or hands them back. */
export const receipts = (messages: Message[]): { Id: string; ReceiptHandle: string }[] =>
  messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle: ReceiptHandle! }))
