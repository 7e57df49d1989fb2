import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  type BucketNotificationDestinationConfig,
  BucketNotificationDestinationType,
  type IBucketNotificationDestination,
  type IBucketRef,
} from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

/** Lets one bucket of this account send to the queue; CDK's own destination grants more, to that bucket of any account. */
export class QueueDestination implements IBucketNotificationDestination {
  private readonly queue: Queue

  constructor(queue: Queue) {
    this.queue = queue
  }

  bind(_scope: Construct, bucket: IBucketRef): BucketNotificationDestinationConfig {
    const s3 = new ServicePrincipal('s3.amazonaws.com', {
      conditions: {
        ArnEquals: { 'aws:SourceArn': bucket.bucketRef.bucketArn },
        StringEquals: { 'aws:SourceAccount': Stack.of(this.queue).account },
      },
    })
    const send = new PolicyStatement({
      principals: [s3],
      actions: ['sqs:SendMessage'],
      resources: [this.queue.queueArn],
    })
    const { policyDependable } = this.queue.addToResourcePolicy(send)
    // S3 tries the queue when the notification is set up.
    const dependencies = policyDependable ? [policyDependable] : []
    return { arn: this.queue.queueArn, type: BucketNotificationDestinationType.QUEUE, dependencies }
  }
}
