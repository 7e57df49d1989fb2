import { Duration, Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  EventType,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { CANARY_KEY, CANARY_PREFIX, UPLOAD_PREFIX } from '../lambdas/core/store/keys.ts'
import { acknowledge } from './acknowledge.ts'
import { type Binding, bind, together } from './binding.ts'
import type { Operations } from './operations.ts'
import { ownMetric } from './own-metric.ts'
import { QueueDestination } from './queue-destination.ts'
import { removal } from './stages.ts'
import { workQueue } from './work-queue.ts'

/** Where articles arrive: a versioned bucket whose `articles/` tells a queue. */
export class Uploads extends Construct {
  readonly bucket: Bucket
  readonly queue: Queue

  constructor(scope: Construct, id: string, props: { consumerTimeout: Duration; operations: Operations }) {
    super(scope, id)
    const { operations } = props
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        { prefix: CANARY_PREFIX, noncurrentVersionExpiration: Duration.days(1) },
      ],
      removalPolicy: removal(operations.stage),
      notificationsHandlerRole: notifierRole(this),
    })
    this.acknowledge()
    this.queue = workQueue(this, {
      ...props,
      of: 'articles',
      impact: {
        waiting: 'Articles are late: they are uploaded and wait to be read.',
        dead: 'Articles are missing: they were uploaded and could not be stored.',
      },
    })
    this.alarmOnSilence(operations)
    this.bucket.addEventNotification(EventType.OBJECT_CREATED, new QueueDestination(this.queue), {
      prefix: UPLOAD_PREFIX,
    })
  }

  private acknowledge(): void {
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'Every upload leaves a record in the table, and only roles of the account reach the bucket; CloudTrail tells which.',
    })
    const bucket = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)
    acknowledge(Stack.of(this), {
      [`AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${UPLOAD_PREFIX}*]`]:
        'Uploads have nothing in common but their prefix.',
    })
  }

  private alarmOnSilence(operations: Operations): void {
    const { silentHours } = operations.stage.alarms
    if (silentHours === null) return
    operations.alarm(this, 'SilenceAlarm', {
      // Of the function, which doesn't count the canary; the queue would.
      metric: ownMetric('Articles', 'ingest').with({ period: Duration.hours(1) }),
      periods: silentHours,
      onSilence: true,
      impact:
        'No new article has been stored for hours: what feeds the pipeline may have stopped, and nobody is alerted of anything.',
      runbook: 'No articles',
    })
  }

  /** Objects by their version. Listing is needed for S3 to say of what is gone that it is gone, and not that it is forbidden. */
  readable(): Binding {
    const { bucketName, bucketArn } = this.bucket
    const read = bind(bucketName, [this.bucket.arnForObjects(`${UPLOAD_PREFIX}*`)], 's3:GetObjectVersion')
    return together(read, bind(bucketName, [bucketArn], 's3:ListBucket'))
  }

  /** Objects as they stand, and the list of them. */
  listable(): Binding {
    const { bucketName, bucketArn } = this.bucket
    const read = bind(bucketName, [this.bucket.arnForObjects(`${UPLOAD_PREFIX}*`)], 's3:GetObject')
    return together(read, bind(bucketName, [bucketArn], 's3:ListBucket'))
  }

  /** To tell of an upload as the bucket does. */
  notifiable(): Binding {
    return bind(this.queue.queueUrl, [this.queue.queueArn], 'sqs:SendMessage')
  }

  writable(): Binding {
    return bind(this.bucket.bucketName, [this.bucket.arnForObjects(`${UPLOAD_PREFIX}*`)], 's3:PutObject')
  }

  /** The one object that is there to see whether it arrives. */
  canaryWritable(): Binding {
    return bind(this.bucket.bucketName, [this.bucket.arnForObjects(CANARY_KEY)], 's3:PutObject')
  }
}

/** Of CDK's function that sets up the notification when the stack is deployed. */
function notifierRole(scope: Construct): Role {
  const role = new Role(scope, 'NotifierRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  acknowledge(role, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      'CDK gives its function this policy, for its log. It runs at deployments only.',
  })
  return role
}
