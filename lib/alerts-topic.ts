import { Duration, Stack } from 'aws-cdk-lib'
import { GraphWidget, type Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Alias } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { type Binding, bind, setting, together } from './binding.ts'
import type { Operations } from './operations.ts'

/** Where people subscribe; filter policies pick by topic, verdict, outlet and entity. */
export class AlertsTopic extends Construct {
  readonly topic: Topic
  /** Of every subscription that is made over the API. */
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, { operations }: { operations: Operations }) {
    super(scope, id)
    this.topic = encryptedTopic(this, 'Claimwire alerts')
    this.deadLetters = deadLettersOf(this, this.topic)
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
    operations.alarm(this, 'DeadLettersAlarm', {
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'max' }),
      impact: 'Subscribers have not got alerts that are kept for them.',
      runbook: 'Dead letters of alerts',
    })
    operations.show(
      'Alerts',
      new GraphWidget({ title: 'Published', left: [this.topic.metricNumberOfMessagesPublished()], width: 8 }),
      new GraphWidget({ title: 'Delivered', left: [this.topic.metricNumberOfNotificationsDelivered()], width: 8 }),
      new GraphWidget({ title: 'Not delivered', left: [failed, redriven, lost], width: 8 }),
    )
  }

  publishable(): Binding {
    return publishableTo(this.topic)
  }

  /** To list and make subscriptions of this topic, and to change and end them. */
  manageable(): Binding {
    const { topicArn } = this.topic
    const ofTopic = bind(topicArn, [topicArn], 'sns:Subscribe', 'sns:ListSubscriptionsByTopic')
    // IAM knows no resource for these. The function names no subscription but this topic's.
    const actions = ['sns:GetSubscriptionAttributes', 'sns:SetSubscriptionAttributes', 'sns:Unsubscribe']
    return together(ofTopic, bind(topicArn, ['*'], ...actions))
  }

  /** Its ARN needs no right: SNS sends to it. */
  deadLettersArn(): Binding {
    return setting(this.deadLetters.queueArn)
  }

  private metric(name: string): Metric {
    return this.topic.metric(name, { statistic: 'sum' })
  }
}

/** Its key is free, and needs no grant: AWS lets every principal of the account use it through SNS. */
export function encryptedTopic(scope: Construct, displayName: string): Topic {
  const masterKey = Alias.fromAliasName(scope, 'Key', 'alias/aws/sns')
  return new Topic(scope, 'Topic', { displayName, masterKey, enforceSSL: true })
}

export const publishableTo = ({ topicArn }: Topic): Binding => bind(topicArn, [topicArn], 'sns:Publish')

/** What SNS could not deliver lies here, each alert with the subscription that it was for. */
function deadLettersOf(scope: Construct, topic: Topic): Queue {
  const queue = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('sns.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        ArnEquals: { 'aws:SourceArn': topic.topicArn },
        StringEquals: { 'aws:SourceAccount': Stack.of(scope).account },
      },
    }),
  )
  const reason =
    'It is the dead-letter queue of subscriptions: what lies here waits for a person, and an alarm says so.'
  acknowledge(queue, { 'AwsSolutions-SQS3': reason, 'Serverless-SQSRedrivePolicy': reason })
  return queue
}
