import { GetQueueAttributesCommand, paginateListQueues, type SQSClient } from '@aws-sdk/client-sqs'

export const WORK = ['articles', 'claims'] as const
export type Work = (typeof WORK)[number]

/** The queues of a stack, by what they hold; a url is missing where the stack has no such queue. */
export interface Queues {
  articles: { queue?: string; deadLetters?: string }
  claims: { queue?: string; deadLetters?: string }
  /** Alerts wait in no queue of ours; those that SNS could not deliver lie here. */
  alerts: { deadLetters?: string }
}

/** How the stack's constructs are called, in the queues' names: "Claimwire-prod-UploadsQueue6A0E2C1D-Xy…". */
const NAME = /^(Uploads|Claims|Alerts)(Queue|DeadLetters)/
const HOLDS = { Uploads: 'articles', Claims: 'claims', Alerts: 'alerts' } as const

/** `prefix` is what the names begin with: the stack's name and a dash in AWS, nothing on this machine. */
export async function findQueues(sqs: SQSClient, prefix: string): Promise<Queues> {
  const found: Queues = { articles: {}, claims: {}, alerts: {} }
  const pages = paginateListQueues({ client: sqs, pageSize: 1000 }, { QueueNamePrefix: prefix || undefined })
  for await (const { QueueUrls = [] } of pages) {
    for (const url of QueueUrls) {
      const name = url.slice(url.lastIndexOf('/') + 1 + prefix.length)
      const [, owner, kind] = NAME.exec(name) ?? []
      if (!owner) continue
      const queues: Queues[Work] = found[HOLDS[owner as keyof typeof HOLDS]]
      queues[kind === 'Queue' ? 'queue' : 'deadLetters'] = url
    }
  }
  return found
}

const VISIBLE = 'ApproximateNumberOfMessages'
const HIDDEN = 'ApproximateNumberOfMessagesNotVisible'
const DELAYED = 'ApproximateNumberOfMessagesDelayed'

export interface Depth {
  waiting: number
  /** With a function, or waiting to be tried again. */
  underWay: number
}

export async function depthOf(sqs: SQSClient, url: string): Promise<Depth> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [VISIBLE, HIDDEN, DELAYED] }),
  )
  const [visible, hidden, delayed] = ([VISIBLE, HIDDEN, DELAYED] as const).map(name => Number(Attributes[name] ?? 0))
  return { waiting: visible! + delayed!, underWay: hidden! }
}
