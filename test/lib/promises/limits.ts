import { all, broken, functions, idsOf, names, ofType, type Resources, type StackPromise } from './promise.ts'

const stages = (resources: Resources) => ofType(resources, 'AWS::ApiGatewayV2::Stage')
const mappings = (resources: Resources) => ofType(resources, 'AWS::Lambda::EventSourceMapping')
/** A queue that a function works on. */
const workQueues = (resources: Resources) =>
  ofType(resources, 'AWS::SQS::Queue').filter(([id]) =>
    mappings(resources).some(([, { Properties }]) => names(Properties.EventSourceArn, id)),
  )

export const LIMITS: StackPromise[] = [
  {
    name: 'in prod each function has a limit to its concurrency: reserved, or of the queue that feeds it',
    faults: resources =>
      idsOf(
        functions(resources).filter(([id, { Properties }]) => {
          const fed = mappings(resources).filter(([, mapping]) => names(mapping.Properties.FunctionName, id))
          const isFedSlowly =
            fed.length > 0 && fed.every(([, mapping]) => mapping.Properties.ScalingConfig?.MaximumConcurrency)
          return !(Properties.ReservedConcurrentExecutions > 0 || isFedSlowly)
        }),
      ),
    breaches: resources => [
      ...idsOf(functions(resources).filter(([, { Properties }]) => Properties.ReservedConcurrentExecutions)).map(id =>
        broken(resources, id, properties => {
          delete properties.ReservedConcurrentExecutions
        }),
      ),
      ...idsOf(mappings(resources)).map(id =>
        broken(resources, id, properties => {
          delete properties.ScalingConfig
        }),
      ),
    ],
  },
  all(
    'the API’s stage throttles',
    stages,
    ({ DefaultRouteSettings: settings }) => settings?.ThrottlingRateLimit > 0 && settings.ThrottlingBurstLimit > 0,
    ({ DefaultRouteSettings }) => {
      delete DefaultRouteSettings.ThrottlingRateLimit
    },
    ({ DefaultRouteSettings }) => {
      delete DefaultRouteSettings.ThrottlingBurstLimit
    },
  ),
  all(
    'a working queue sets aside what failed five times, in a queue of its kind',
    workQueues,
    ({ RedrivePolicy }) => RedrivePolicy?.maxReceiveCount === 5 && RedrivePolicy.deadLetterTargetArn,
    properties => {
      delete properties.RedrivePolicy
    },
  ),
  all(
    'dead letters are kept for 14 days',
    resources =>
      ofType(resources, 'AWS::SQS::Queue').filter(([id]) =>
        workQueues(resources).some(([, { Properties }]) => names(Properties.RedrivePolicy, id)),
      ),
    ({ MessageRetentionPeriod }) => MessageRetentionPeriod === 14 * 86_400,
    properties => {
      delete properties.MessageRetentionPeriod
    },
  ),
  {
    name: 'a message is handed out again after six times its function’s timeout at the earliest',
    faults: resources =>
      workQueues(resources).flatMap(([id, { Properties }]) => {
        const [, mapping] = mappings(resources).find(([, each]) => names(each.Properties.EventSourceArn, id))!
        const [, consumer] = functions(resources).find(([name]) => names(mapping.Properties.FunctionName, name))!
        return Properties.VisibilityTimeout >= 6 * consumer.Properties.Timeout ? [] : [id]
      }),
    breaches: resources =>
      idsOf(workQueues(resources)).map(id =>
        broken(resources, id, properties => {
          properties.VisibilityTimeout = 60
        }),
      ),
  },
  all(
    'the sweep has time to wait for its canary and to tell how it went',
    resources =>
      functions(resources).filter(([, { Properties }]) => 'CANARY_SECONDS' in Properties.Environment.Variables),
    ({ Environment: { Variables }, Timeout }) => Number(Variables.CANARY_SECONDS) <= Timeout - 60,
    ({ Environment: { Variables } }) => {
      Variables.CANARY_SECONDS = '300'
    },
    ({ Environment: { Variables } }) => {
      delete Variables.CANARY_SECONDS
    },
  ),
  all(
    'failures of a batch are reported one by one',
    mappings,
    ({ FunctionResponseTypes }) => FunctionResponseTypes?.includes('ReportBatchItemFailures'),
    properties => {
      delete properties.FunctionResponseTypes
    },
  ),
]
