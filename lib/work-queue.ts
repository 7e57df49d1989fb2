import { Duration } from 'aws-cdk-lib'
import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { Operations } from './operations.ts'

export interface WorkQueueProps {
  /** What is queued, for people: "articles". */
  of: string
  fifo?: true
  consumerTimeout: Duration
  operations: Operations
  /** What is late while messages wait, and what is missing while they lie among the dead letters. */
  impact: { waiting: string; dead: string }
}

/** A queue and, for messages that fail five times, its dead letters; with the alarms on both. */
export function workQueue(scope: Construct, props: WorkQueueProps): Queue {
  const { fifo } = props
  const shared = { fifo, encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true }
  const deadLetters = new Queue(scope, 'DeadLetters', { ...shared, retentionPeriod: Duration.days(14) })
  acknowledge(deadLetters, {
    'Serverless-SQSRedrivePolicy':
      'It is the dead-letter queue: what lies here waits for a person, and an alarm says so.',
  })
  const queue = new Queue(scope, 'Queue', {
    ...shared,
    // Six times the consumer's timeout, as AWS advises, so that a slow batch isn't handed out twice.
    visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  })
  watch(scope, queue, deadLetters, props)
  return queue
}

function watch(scope: Construct, queue: Queue, deadLetters: Queue, { of, operations, impact }: WorkQueueProps): void {
  const dead = deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'max' })
  const age = queue.metricApproximateAgeOfOldestMessage({ statistic: 'max' })
  operations.alarm(scope, 'DeadLettersAlarm', { metric: dead, impact: impact.dead, runbook: `Dead letters of ${of}` })
  operations.alarm(scope, 'WaitAlarm', {
    metric: age,
    threshold: operations.stage.alarms.waitMinutes * 60,
    impact: impact.waiting,
    runbook: `Waiting ${of}`,
  })
  const waiting = queue.metricApproximateNumberOfMessagesVisible()
  operations.show(
    `Queue of ${of}`,
    new GraphWidget({ title: 'Came', left: [queue.metricNumberOfMessagesSent()], width: 6 }),
    new GraphWidget({ title: 'Waiting', left: [waiting], width: 6 }),
    new GraphWidget({ title: 'Oldest, seconds', left: [age], width: 6 }),
    new GraphWidget({ title: 'Dead letters', left: [dead], width: 6 }),
  )
}
