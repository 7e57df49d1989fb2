import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs'
import { CliError } from '../exit.ts'
import { depthOf } from './queues.ts'

/** While a batch is moved, nobody else is given it. */
const HIDDEN_SECONDS = 60

/** Sends the dead letters back to their queue, and gives how many. SQS does it by itself where it can. */
export async function redrive(sqs: SQSClient, deadLetters: string, queue: string, now: Date): Promise<number> {
  const { waiting } = await depthOf(sqs, deadLetters)
  if (waiting === 0) return 0
  if (await moveInSqs(sqs, deadLetters)) return waiting
  return moveByHand(sqs, deadLetters, queue, now)
}

/** False where this SQS can't: the one on this machine. */
async function moveInSqs(sqs: SQSClient, deadLetters: string): Promise<boolean> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: deadLetters, AttributeNames: ['QueueArn'] }),
  )
  try {
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: Attributes?.QueueArn }))
    return true
  } catch (error) {
    if ((error as Error).name === 'InvalidAction') return false
    throw error
  }
}

async function moveByHand(sqs: SQSClient, deadLetters: string, queue: string, now: Date): Promise<number> {
  for (let moved = 0; ; ) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLetters,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: HIDDEN_SECONDS,
        MessageSystemAttributeNames: ['MessageGroupId'],
      }),
    )
    if (Messages.length === 0) return moved
    const Entries = Messages.map((message, i) => sent(message, i, now))
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }))
    if (Failed.length > 0) throw new CliError(`${Failed.length} messages could not be sent (${Failed[0]!.Code})`)
    const handles = Messages.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }))
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: deadLetters, Entries: handles }))
    moved += Messages.length
  }
}

/** In its group; under a new deduplication id, for within five minutes SQS would swallow the old one. */
function sent({ Body, MessageId, Attributes }: Message, i: number, now: Date) {
  const group = Attributes?.MessageGroupId
  const fifo = group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: `${MessageId}-${+now}` }
  return { Id: String(i), MessageBody: Body, ...fifo }
}
