import { Duration } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Binding } from './binding.ts'

/** From ingest to alert, one message group per topic: judging is serial within a topic, so two articles can't both be first. */
export class ClaimsQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, props: { consumerTimeout: Duration }) {
    super(scope, id)
    this.deadLetters = new Queue(this, 'DeadLetters', {
      fifo: true,
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
    })
    this.queue = new Queue(this, 'Queue', {
      fifo: true,
      visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
      enforceSSL: true,
    })
  }

  sendable(): Binding {
    return { value: this.queue.queueUrl, grant: to => this.queue.grantSendMessages(to) }
  }
}
