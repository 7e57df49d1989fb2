import type { Messaging } from '../engines/messaging.ts'
import type { StoredVersion } from '../engines/object-files.ts'
import { s3Event } from '../events/s3-event.ts'
import type { Blueprint } from '../template/blueprint.ts'
import { LocalCloudError } from '../template/local-cloud-error.ts'

interface BucketProperties {
  VersioningConfiguration?: { Status: string }
}

interface NotificationProperties {
  BucketName: string
  NotificationConfiguration: {
    QueueConfigurations?: QueueConfiguration[]
    TopicConfigurations?: unknown[]
    LambdaFunctionConfigurations?: unknown[]
  }
}

interface QueueConfiguration {
  Id?: string
  Events: string[]
  QueueArn: string
  Filter?: { Key?: { FilterRules?: { Name: string; Value: string }[] } }
}

export interface BucketNotifications {
  created(version: StoredVersion): void
  /** S3 sends each queue a test when its notification is set up. */
  test(): void
}

const CREATED_EVENTS = new Set([
  's3:ObjectCreated:*',
  's3:ObjectCreated:Put',
  's3:ObjectCreated:CompleteMultipartUpload',
])

export function createBuckets(messaging: Messaging, plan: Blueprint): BucketNotifications {
  const versioned = new Set<string>()
  for (const { identity, properties } of plan.all<BucketProperties>('AWS::S3::Bucket')) {
    const keepsVersions = properties.VersioningConfiguration?.Status === 'Enabled'
    if (keepsVersions) versioned.add(identity.ref)
    messaging.createBucket(identity.ref, keepsVersions)
  }
  const wanted = plan.all<NotificationProperties>('Custom::S3BucketNotifications').flatMap(notifications)
  return {
    created: version => {
      for (const { bucket, configuration } of wanted) {
        if (bucket !== version.bucket || !selects(configuration, version.key)) continue
        const event = s3Event(version, versioned.has(bucket), configuration.Id ?? 'local')
        messaging.queues.send(configuration.QueueArn, JSON.stringify(event))
      }
    },
    test: () => {
      for (const { bucket, configuration } of wanted) {
        const test = { Service: 'Amazon S3', Event: 's3:TestEvent', Time: new Date().toISOString(), Bucket: bucket }
        messaging.queues.send(configuration.QueueArn, JSON.stringify(test))
      }
    },
  }
}

function notifications({ logicalId, properties }: { logicalId: string; properties: NotificationProperties }) {
  const { QueueConfigurations, TopicConfigurations, LambdaFunctionConfigurations } =
    properties.NotificationConfiguration
  if (TopicConfigurations?.length || LambdaFunctionConfigurations?.length) {
    throw new LocalCloudError(`${logicalId}: the local cloud sends bucket notifications to queues only`)
  }
  return (QueueConfigurations ?? []).map(configuration => {
    const unknown = configuration.Events.find(event => !CREATED_EVENTS.has(event))
    if (unknown) throw new LocalCloudError(`${logicalId}: the local cloud doesn't send ${unknown}`)
    if (configuration.QueueArn.endsWith('.fifo'))
      throw new LocalCloudError(`${logicalId}: S3 can't notify a FIFO queue`)
    return { bucket: properties.BucketName, configuration }
  })
}

function selects({ Filter }: QueueConfiguration, key: string): boolean {
  return (Filter?.Key?.FilterRules ?? []).every(({ Name, Value }) =>
    Name.toLowerCase() === 'prefix' ? key.startsWith(Value) : key.endsWith(Value),
  )
}
