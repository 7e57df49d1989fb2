import type { Duration } from 'aws-cdk-lib'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { type Binding, bind } from './binding.ts'
import type { Operations } from './operations.ts'
import { workQueue } from './work-queue.ts'

/** From ingest to alert, one message group per topic: judging is serial within a topic, so two articles can't both be first. */
export class ClaimsQueue extends Construct {
  readonly queue: Queue

  constructor(scope: Construct, id: string, props: { consumerTimeout: Duration; operations: Operations }) {
    super(scope, id)
    this.queue = workQueue(this, {
      ...props,
      of: 'claims',
      fifo: true,
      impact: {
        waiting: 'Alerts are late: claims are stored and wait to be judged.',
        dead: 'Alerts are missing: claims of some articles are stored and were never judged.',
      },
    })
  }

  sendable(): Binding {
    return bind(this.queue.queueUrl, [this.queue.queueArn], 'sqs:SendMessage')
  }
}
