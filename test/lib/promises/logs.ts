import { all, functions, idsOf, ofType, type StackPromise } from './promise.ts'

/** What an access log must not hold: who asked, and for what. */
const PRIVATE = /sourceIp|userAgent|\$context\.path|queryString|identity/

export const LOGS: StackPromise[] = [
  all(
    'each log is kept for a set time',
    resources => ofType(resources, 'AWS::Logs::LogGroup'),
    ({ RetentionInDays }) => RetentionInDays > 0,
    properties => {
      delete properties.RetentionInDays
    },
  ),
  all(
    'each function logs JSON, to a log of its own',
    functions,
    ({ LoggingConfig }) => LoggingConfig?.LogFormat === 'JSON' && LoggingConfig.LogGroup,
    ({ LoggingConfig }) => {
      delete LoggingConfig.LogFormat
    },
    ({ LoggingConfig }) => {
      delete LoggingConfig.LogGroup
    },
  ),
  all(
    'each function may write its own log only',
    resources =>
      ofType(resources, 'AWS::IAM::Policy').filter(([, { Properties }]) =>
        JSON.stringify(Properties).includes('"logs:'),
      ),
    ({ PolicyDocument, Roles }, _) =>
      PolicyDocument.Statement.every(
        (statement: { Action: unknown; Resource: unknown }) =>
          !JSON.stringify(statement.Action).includes('logs:') || JSON.stringify(statement.Resource).includes('Logs'),
      ) && Roles.length === 1,
    ({ PolicyDocument }) => {
      for (const statement of PolicyDocument.Statement)
        if (JSON.stringify(statement.Action).includes('logs:')) statement.Resource = '*'
    },
  ),
  all(
    'each function is traced',
    functions,
    ({ TracingConfig }) => TracingConfig?.Mode === 'Active',
    properties => {
      delete properties.TracingConfig
    },
  ),
  all(
    'the API logs each request as JSON, without who asked or for what',
    resources => ofType(resources, 'AWS::ApiGatewayV2::Stage'),
    ({ AccessLogSettings: settings }) =>
      settings?.DestinationArn && Object.keys(JSON.parse(settings.Format)).length > 3 && !PRIVATE.test(settings.Format),
    properties => {
      delete properties.AccessLogSettings
    },
    ({ AccessLogSettings }) => {
      AccessLogSettings.Format = AccessLogSettings.Format.replace('}', ',"ip":"$context.identity.sourceIp"}')
    },
  ),
  {
    name: 'in prod what a function says is logged from INFO on',
    faults: resources =>
      idsOf(
        functions(resources).filter(([, { Properties }]) => Properties.LoggingConfig?.ApplicationLogLevel !== 'INFO'),
      ),
    breaches: resources =>
      idsOf(functions(resources)).map(id => {
        const copy = structuredClone(resources)
        delete copy[id]!.Properties.LoggingConfig.ApplicationLogLevel
        return copy
      }),
  },
]
