import { GraphWidget, type Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Alias } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { type Binding, bind } from './binding.ts'
import type { Operations } from './operations.ts'

/** Where people subscribe; filter policies pick by topic, verdict, outlet and entity. */
export class AlertsTopic extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, { operations }: { operations: Operations }) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', {
      displayName: 'Claimwire alerts',
      // Free, and needs no grant: AWS lets every principal of the account use it through SNS.
      masterKey: Alias.fromAliasName(this, 'Key', 'alias/aws/sns'),
      enforceSSL: true,
    })
    const failed = this.topic.metricNumberOfNotificationsFailed()
    const redriven = this.metric('NumberOfNotificationsRedrivenToDlq')
    const lost = this.metric('NumberOfNotificationsFailedToRedriveToDlq')
    operations.alarm(this, 'FailedAlarm', {
      metric: failed,
      impact:
        'An alert did not reach a subscriber after all attempts: where the subscription has no dead-letter queue, it is lost to them.',
      runbook: 'Alerts not delivered',
    })
    operations.alarm(this, 'RedrivenAlarm', {
      metric: redriven,
      impact: 'A subscriber is not getting alerts; they are kept in the dead-letter queue of the subscription.',
      runbook: 'Alerts not delivered',
    })
    operations.alarm(this, 'LostAlarm', {
      metric: lost,
      impact: 'Alerts are lost to a subscriber: neither the endpoint nor its dead-letter queue took them.',
      runbook: 'Alerts lost to a subscriber',
    })
    operations.show(
      'Alerts',
      new GraphWidget({ title: 'Published', left: [this.topic.metricNumberOfMessagesPublished()], width: 8 }),
      new GraphWidget({ title: 'Delivered', left: [this.topic.metricNumberOfNotificationsDelivered()], width: 8 }),
      new GraphWidget({ title: 'Not delivered', left: [failed, redriven, lost], width: 8 }),
    )
  }

  publishable(): Binding {
    return bind(this.topic.topicArn, [this.topic.topicArn], 'sns:Publish')
  }

  private metric(name: string): Metric {
    return this.topic.metric(name, { statistic: 'sum' })
  }
}
