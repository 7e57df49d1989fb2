import {
  all,
  each,
  functions,
  idsOf,
  names,
  ofType,
  type Properties,
  type Resources,
  type StackPromise,
} from './promise.ts'

const alarms = (resources: Resources) => ofType(resources, 'AWS::CloudWatch::Alarm')
const queues = (resources: Resources) => idsOf(ofType(resources, 'AWS::SQS::Queue'))
const deadLetterQueues = (resources: Resources) =>
  queues(resources).filter(id => !resources[id]!.Properties.RedrivePolicy)
const workQueues = (resources: Resources) => queues(resources).filter(id => resources[id]!.Properties.RedrivePolicy)
const alertTopics = (resources: Resources) =>
  idsOf(ofType(resources, 'AWS::SNS::Topic')).filter(id => id.startsWith('Alerts'))
const apis = (resources: Resources) => idsOf(ofType(resources, 'AWS::ApiGatewayV2::Api'))
const operationsTopic = (resources: Resources) =>
  idsOf(ofType(resources, 'AWS::SNS::Topic')).find(id => id.startsWith('Operations'))!

/** That of each there is an alarm on that metric, which begins at the first occurrence or after a set number. */
const alarmed = (name: string, of: (resources: Resources) => string[], metric: string, isSet = isFirst): StackPromise =>
  each(
    name,
    of,
    alarms,
    (id, properties) => properties.MetricName === metric && names(properties.Dimensions, id) && isSet(properties),
    properties => {
      properties.Threshold = 1e9
    },
  )
const isFirst = ({ Threshold, ComparisonOperator, EvaluationPeriods, TreatMissingData }: Properties): boolean =>
  Threshold === 1 &&
  ComparisonOperator === 'GreaterThanOrEqualToThreshold' &&
  EvaluationPeriods === 1 &&
  TreatMissingData === 'notBreaching'
const isMinutes = ({ Threshold }: Properties): boolean => Threshold >= 60 && Threshold <= 3600
const isSilence = (
  { Threshold, ComparisonOperator, TreatMissingData, Period, EvaluationPeriods }: Properties,
  hours: number,
): boolean =>
  Threshold === 1 &&
  ComparisonOperator === 'LessThanThreshold' &&
  TreatMissingData === 'breaching' &&
  Period * EvaluationPeriods === hours * 3_600

/** That so many hours without any of what a function of ours counts are told, also where it counts nothing at all. */
const missed = (name: string, metric: string, service: string, hours: number): StackPromise =>
  each(
    name,
    () => [metric],
    alarms,
    (_, properties) =>
      properties.Namespace === 'Claimwire' &&
      properties.MetricName === metric &&
      JSON.stringify(properties.Dimensions) === JSON.stringify([{ Name: 'service', Value: service }]) &&
      isSilence(properties, hours),
    properties => {
      properties.TreatMissingData = 'notBreaching'
    },
    properties => {
      properties.EvaluationPeriods = 100
    },
  )

export const ALARMS: StackPromise[] = [
  alarmed('the first dead letter is told', deadLetterQueues, 'ApproximateNumberOfMessagesVisible'),
  alarmed('a message that waits too long is told', workQueues, 'ApproximateAgeOfOldestMessage', isMinutes),
  alarmed('the first alert that isn’t delivered is told', alertTopics, 'NumberOfNotificationsFailed'),
  alarmed(
    'the first alert that is set aside for a subscriber is told',
    alertTopics,
    'NumberOfNotificationsRedrivenToDlq',
  ),
  alarmed(
    'the first alert that is lost to a subscriber is told',
    alertTopics,
    'NumberOfNotificationsFailedToRedriveToDlq',
  ),
  alarmed('the first error of a function is told', resources => idsOf(functions(resources)), 'Errors'),
  alarmed('the first throttle of a function is told', resources => idsOf(functions(resources)), 'Throttles'),
  alarmed('the first 5xx of the API is told', apis, '5xx'),
  missed('in prod a day without a new article is told, which the canary is not', 'Articles', 'ingest', 24),
  missed('two canaries in a row that don’t arrive, or aren’t sent, are told', 'CanariesArrived', 'sweep', 2),
  all(
    'each alarm tells the operations topic when it begins and when it is over',
    alarms,
    ({ AlarmActions, OKActions }) => AlarmActions?.length === 1 && OKActions?.length === 1,
    properties => {
      delete properties.AlarmActions
    },
    properties => {
      delete properties.OKActions
    },
  ),
  {
    name: 'alarms tell the topic that they are allowed to publish to',
    faults: resources => {
      const topic = operationsTopic(resources)
      return idsOf(
        alarms(resources).filter(
          ([, { Properties }]) => !names([Properties.AlarmActions, Properties.OKActions], topic),
        ),
      )
    },
    breaches: resources => {
      const copy = structuredClone(resources)
      for (const [, { Properties }] of alarms(copy)) {
        Properties.AlarmActions = [{ Ref: alertTopics(copy)[0] }]
        Properties.OKActions = Properties.AlarmActions
      }
      return [copy]
    },
  },
  {
    name: 'the dashboard shows each alarm',
    faults: resources => {
      const shown = JSON.stringify(
        ofType(resources, 'AWS::CloudWatch::Dashboard').map(([, { Properties }]) => Properties),
      )
      return idsOf(alarms(resources)).filter(id => !shown.includes(`GetAtt":["${id}"`))
    },
    breaches: resources =>
      idsOf(ofType(resources, 'AWS::CloudWatch::Dashboard')).map(id => {
        const copy = structuredClone(resources)
        copy[id]!.Properties.DashboardBody = ''
        return copy
      }),
  },
]
