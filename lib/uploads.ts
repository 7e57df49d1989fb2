import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, EventType } from 'aws-cdk-lib/aws-s3'
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { UPLOAD_PREFIX } from '../lambdas/core/store/keys.ts'
import type { Binding } from './binding.ts'

/** Where articles arrive: a versioned bucket whose `articles/` tells a queue. */
export class Uploads extends Construct {
  readonly bucket: Bucket
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, props: { consumerTimeout: Duration }) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.deadLetters = new Queue(this, 'DeadLetters', { retentionPeriod: Duration.days(14), enforceSSL: true })
    this.queue = new Queue(this, 'Queue', {
      // Six times the consumer's timeout, as AWS advises, so that a slow batch isn't handed out twice.
      visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
      enforceSSL: true,
    })
    this.bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(this.queue), {
      prefix: UPLOAD_PREFIX,
    })
  }

  readable(): Binding {
    return { value: this.bucket.bucketName, grant: to => this.bucket.grantRead(to, `${UPLOAD_PREFIX}*`) }
  }

  writable(): Binding {
    return { value: this.bucket.bucketName, grant: to => this.bucket.grantPut(to, `${UPLOAD_PREFIX}*`) }
  }
}
