import { all, each, names, ofType, type Properties, type Resources, type StackPromise } from './promise.ts'
import { conditions, statements } from './statements.ts'

const buckets = (resources: Resources) => ofType(resources, 'AWS::S3::Bucket')
const queues = (resources: Resources) => ofType(resources, 'AWS::SQS::Queue')
const topics = (resources: Resources) => ofType(resources, 'AWS::SNS::Topic')
const tables = (resources: Resources) => ofType(resources, 'AWS::DynamoDB::GlobalTable')

const refusesPlainText = (properties: Properties): boolean =>
  statements(properties).some(
    statement => statement.Effect === 'Deny' && conditions(statement, 'aws:SecureTransport').includes('false'),
  )
const refusesOldTls = (properties: Properties): boolean =>
  statements(properties).some(
    statement => statement.Effect === 'Deny' && conditions(statement, 's3:TlsVersion').includes(1.2),
  )

/** That each has a policy which refuses what is asked without TLS. */
const tls = (
  what: string,
  of: (resources: Resources) => [string, unknown][],
  policy: string,
  subject: string,
): StackPromise =>
  each(
    `each ${what} takes TLS only`,
    resources => of(resources).map(([id]) => id),
    resources => ofType(resources, policy),
    (id, properties) => names(properties[subject], id) && refusesPlainText(properties),
    properties => {
      properties.PolicyDocument.Statement = statements(properties).filter(({ Effect }) => Effect === 'Allow')
    },
  )

const PUBLIC_BLOCKS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets']

export const DATA: StackPromise[] = [
  all(
    'the bucket encrypts',
    buckets,
    ({ BucketEncryption }) => BucketEncryption?.ServerSideEncryptionConfiguration?.length > 0,
    properties => {
      delete properties.BucketEncryption
    },
  ),
  all(
    'the bucket blocks public access of every kind',
    buckets,
    ({ PublicAccessBlockConfiguration: blocks }) => PUBLIC_BLOCKS.every(block => blocks?.[block] === true),
    ...PUBLIC_BLOCKS.map(block => (properties: Properties) => {
      delete properties.PublicAccessBlockConfiguration[block]
    }),
  ),
  all(
    'the bucket keeps every version',
    buckets,
    ({ VersioningConfiguration }) => VersioningConfiguration?.Status === 'Enabled',
    properties => {
      delete properties.VersioningConfiguration
    },
  ),
  all(
    'of the bucket only canaries that were written over go',
    buckets,
    ({ LifecycleConfiguration: { Rules } }) => {
      const expiring = Rules.filter((rule: Properties) => Object.keys(rule).some(key => /Expiration/.test(key)))
      return expiring.length === 1 && expiring[0].Prefix === 'articles/canary/' && !expiring[0].ExpirationInDays
    },
    ({ LifecycleConfiguration }) => {
      LifecycleConfiguration.Rules = []
    },
    ({ LifecycleConfiguration }) => {
      for (const rule of LifecycleConfiguration.Rules) delete rule.Prefix
    },
  ),
  all(
    'the bucket knows no ACLs',
    buckets,
    ({ OwnershipControls }) => OwnershipControls?.Rules[0].ObjectOwnership === 'BucketOwnerEnforced',
    properties => {
      delete properties.OwnershipControls
    },
  ),
  tls('bucket', buckets, 'AWS::S3::BucketPolicy', 'Bucket'),
  all(
    'the bucket takes TLS 1.2 and later',
    resources => ofType(resources, 'AWS::S3::BucketPolicy'),
    refusesOldTls,
    properties => {
      properties.PolicyDocument.Statement = statements(properties).filter(
        each => conditions(each, 's3:TlsVersion').length === 0,
      )
    },
  ),
  all(
    'each queue encrypts',
    queues,
    ({ SqsManagedSseEnabled }) => SqsManagedSseEnabled === true,
    properties => {
      delete properties.SqsManagedSseEnabled
    },
  ),
  tls('queue', queues, 'AWS::SQS::QueuePolicy', 'Queues'),
  all(
    'each topic encrypts',
    topics,
    ({ KmsMasterKeyId }) => KmsMasterKeyId,
    properties => {
      delete properties.KmsMasterKeyId
    },
  ),
  tls('topic', topics, 'AWS::SNS::TopicPolicy', 'Topics'),
  all(
    'the key is renewed each year',
    resources => ofType(resources, 'AWS::KMS::Key'),
    ({ EnableKeyRotation }) => EnableKeyRotation === true,
    properties => {
      delete properties.EnableKeyRotation
    },
  ),
  all(
    'the table encrypts with a key that CloudTrail shows the use of',
    tables,
    ({ SSESpecification }) => SSESpecification?.SSEEnabled === true && SSESpecification.SSEType === 'KMS',
    properties => {
      delete properties.SSESpecification
    },
  ),
  all(
    'the table can be restored to any second of 35 days',
    tables,
    ({ Replicas }) => Replicas[0].PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === true,
    properties => {
      delete properties.Replicas[0].PointInTimeRecoverySpecification
    },
  ),
  all(
    'of the table only goes what says when',
    tables,
    ({ TimeToLiveSpecification: { AttributeName, Enabled } = {} }) => AttributeName === 'expires' && Enabled,
    properties => {
      delete properties.TimeToLiveSpecification
    },
  ),
  all(
    'the table costs nothing at rest but its storage',
    tables,
    ({ BillingMode }) => BillingMode === 'PAY_PER_REQUEST',
    properties => {
      properties.BillingMode = 'PROVISIONED'
    },
  ),
  all(
    'in prod the table can’t be deleted by accident',
    tables,
    ({ Replicas }) => Replicas[0].DeletionProtectionEnabled === true,
    properties => {
      delete properties.Replicas[0].DeletionProtectionEnabled
    },
  ),
  all(
    'in prod bucket, table and logs outlive the stack',
    resources => [...buckets(resources), ...tables(resources), ...ofType(resources, 'AWS::Logs::LogGroup')],
    (_, { DeletionPolicy }) => DeletionPolicy === 'Retain',
    (_, resource) => {
      resource.DeletionPolicy = 'Delete'
    },
  ),
  all(
    'the bucket tells the articles queue of what is put under articles/',
    resources => ofType(resources, 'Custom::S3BucketNotifications'),
    ({ NotificationConfiguration: { QueueConfigurations: configurations } }) =>
      configurations.length === 1 &&
      configurations[0].Events[0] === 's3:ObjectCreated:*' &&
      configurations[0].Filter.Key.FilterRules[0].Value === 'articles/',
    ({ NotificationConfiguration }) => {
      NotificationConfiguration.QueueConfigurations[0].Filter.Key.FilterRules[0].Value = ''
    },
  ),
]
