import { Duration } from 'aws-cdk-lib'
import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { encryptedTopic, publishableTo } from './alerts-topic.ts'
import type { Binding } from './binding.ts'
import type { Operations } from './operations.ts'
import { ownMetric } from './own-metric.ts'

/** The article that the sweep sends through the pipeline each hour. Its alert goes to a topic that nobody subscribes to. */
export class Canary extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, { operations }: { operations: Operations }) {
    super(scope, id)
    this.topic = encryptedTopic(this, 'Claimwire canary')
    const arrived = ownMetric('CanariesArrived', 'sweep').with({ period: Duration.hours(1) })
    const time = ownMetric('Time-canary', 'sweep').with({ period: Duration.hours(1), statistic: 'max' })
    operations.alarm(this, 'MissedAlarm', {
      metric: arrived,
      // One may be late for a message that was tried twice.
      periods: 2,
      onSilence: true,
      impact:
        'Articles may not be stored, or alerts not sent: of the articles that are sent every hour to try it, two in a row raised no alert in time.',
      runbook: 'Canary missed',
    })
    operations.show(
      'Canary',
      new GraphWidget({ title: 'Arrived', left: [arrived], width: 8 }),
      new GraphWidget({ title: 'Milliseconds from upload to alert', left: [time], width: 8 }),
    )
  }

  publishable(): Binding {
    return publishableTo(this.topic)
  }
}
