import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

/** Where alarms are told. Only this account's alarms may publish. */
export class OperationsTopic extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, email: string | null) {
    super(scope, id)
    const { partition, region, account } = Stack.of(this)
    const alarms = new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: {
        ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
        StringEquals: { 'aws:SourceAccount': account },
      },
    })
    // A key of our own: alarms can't publish to a topic under the key that AWS manages for SNS.
    const key = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: RemovalPolicy.DESTROY })
    key.addToResourcePolicy(
      new PolicyStatement({ principals: [alarms], actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'] }),
    )
    this.topic = new Topic(this, 'Topic', { displayName: 'Claimwire operations', masterKey: key, enforceSSL: true })
    this.topic.addToResourcePolicy(
      new PolicyStatement({ principals: [alarms], actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
    )
    if (email) this.topic.addSubscription(new EmailSubscription(email))
  }
}
