import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'

const sns = new SNSClient({})
const dynamodb = new DynamoDBClient({})

/** Appends each step to its group's list and publishes it; `fail` fails, `throw` throws, `hang` takes too long. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  for (const [index, { body, attributes, messageId }] of event.Records.entries()) {
    if (body === 'throw') throw new Error('as asked')
    if (body === 'hang') await new Promise(done => setTimeout(done, 60_000))
    if (body === 'fail')
      return { batchItemFailures: event.Records.slice(index).map(r => ({ itemIdentifier: r.messageId })) }
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: process.env.TABLE_NAME,
        Key: { pk: { S: `group/${attributes.MessageGroupId}` } },
        UpdateExpression: 'SET steps = list_append(if_not_exists(steps, :none), :step)',
        ExpressionAttributeValues: { ':none': { L: [] }, ':step': { L: [{ S: body }] } },
      }),
    )
    const MessageAttributes = { colour: { DataType: 'String', StringValue: body } }
    await sns.send(new PublishCommand({ TopicArn: process.env.TOPIC_ARN, Message: messageId, MessageAttributes }))
  }
  return { batchItemFailures: [] }
}
