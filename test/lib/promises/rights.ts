import {
  all,
  broken,
  each,
  functions,
  idsOf,
  names,
  ofType,
  type Properties,
  type Resources,
  type StackPromise,
} from './promise.ts'
import {
  allowed,
  conditions,
  forServices,
  identityPolicies,
  listed,
  resourcePolicies,
  type Statement,
} from './statements.ts'

/** X-Ray knows no resources, and a trace holds no text. */
const isTracing = ({ Action }: Statement) => listed(Action).every(action => /^xray:Put\w+$/.test(action))
/** IAM knows no subscriptions: these can't be narrowed to a topic. */
const isOfSubscriptions = ({ Action }: Statement) =>
  listed(Action).every(action => /^sns:(Unsubscribe|[GS]etSubscriptionAttributes)$/.test(action))
const hasNoResource = (statement: Statement) => isTracing(statement) || isOfSubscriptions(statement)
/** The statements of the api that begin with a service's name. */
const apiPolicies = (resources: Resources) => identityPolicies(resources).filter(([id]) => id.startsWith('Api'))
const statementsOn = (properties: Properties, service: string) =>
  allowed(properties).filter(({ Action }) => listed(Action).some(action => action.startsWith(`${service}:`)))
/** What the api answers from is the whole table; nothing else is granted without saying of which partitions. */
const isReadingForApi = (id: string, { Action }: Statement) =>
  id.startsWith('Api') && listed(Action).every(action => /^dynamodb:(GetItem|Query)$/.test(action))
const ownRoles = (resources: Resources) =>
  ofType(resources, 'AWS::IAM::Role').filter(([id]) =>
    functions(resources).some(([, { Properties }]) => names(Properties.Role, id)),
  )
const withServices = (resources: Resources) =>
  resourcePolicies(resources).filter(([, { Properties }]) => forServices(Properties).length > 0)

export const RIGHTS: StackPromise[] = [
  all(
    'no role is granted a wildcard action',
    identityPolicies,
    properties => allowed(properties).every(({ Action }) => listed(Action).every(action => !action.includes('*'))),
    properties => {
      allowed(properties)[0]!.Action = 'dynamodb:*'
    },
    properties => {
      allowed(properties)[0]!.Action = ['s3:Get*', 's3:PutObject']
    },
  ),
  all(
    'no role is granted anything on all resources, traces and subscriptions aside',
    identityPolicies,
    properties =>
      allowed(properties).every(statement => hasNoResource(statement) || !listed(statement.Resource).includes('*')),
    properties => {
      const statement = allowed(properties).find(each => !hasNoResource(each))!
      statement.Resource = '*'
    },
  ),
  all(
    'each function may touch only the partitions of the table that it works on, but for what the api reads',
    resources =>
      identityPolicies(resources).filter(([, { Properties }]) => statementsOn(Properties, 'dynamodb').length > 0),
    (properties, _, id) =>
      statementsOn(properties, 'dynamodb').every(
        statement => isReadingForApi(id, statement) || conditions(statement, 'dynamodb:LeadingKeys').length > 0,
      ),
    properties => {
      delete statementsOn(properties, 'dynamodb').find(({ Condition }) => Condition)!.Condition
    },
  ),
  all(
    'the api manages subscriptions, of the alerts topic where IAM can tell, and publishes nothing',
    apiPolicies,
    properties =>
      statementsOn(properties, 'sns').every(
        statement =>
          isOfSubscriptions(statement) ||
          (listed(statement.Action).every(action => /^sns:(Subscribe|ListSubscriptionsByTopic)$/.test(action)) &&
            JSON.stringify(statement.Resource).startsWith('{"Ref":"Alerts')),
      ),
    properties => {
      statementsOn(properties, 'sns')[0]!.Action = 'sns:Publish'
    },
    properties => {
      statementsOn(properties, 'sns').find(statement => !isOfSubscriptions(statement))!.Resource = { Ref: 'OtherTopic' }
    },
  ),
  all(
    'the alert function publishes to the alerts topic and to the canary’s, and to nothing else',
    resources => identityPolicies(resources).filter(([id]) => id.startsWith('Alert')),
    properties =>
      /^\[{"Ref":"Alerts\w+"},{"Ref":"Canary\w+"}\]$/.test(
        JSON.stringify(statementsOn(properties, 'sns').flatMap(({ Resource }) => listed(Resource))),
      ),
    properties => {
      statementsOn(properties, 'sns')[0]!.Resource = { Ref: 'OperationsTopic' }
    },
  ),
  all(
    'the sweep writes one object, the canary',
    resources => identityPolicies(resources).filter(([id]) => id.startsWith('Sweep')),
    properties =>
      objectStatements(allowed(properties))
        .filter(({ Action }) => !listed(Action).every(action => action === 's3:GetObject'))
        .every(
          ({ Action, Resource }) => Action === 's3:PutObject' && /canary\/article\.json/.test(JSON.stringify(Resource)),
        ),
    properties => {
      objectStatements(allowed(properties))[0]!.Action = 's3:PutObject'
    },
    properties => {
      objectStatements(allowed(properties)).at(-1)!.Action = 's3:DeleteObject'
    },
  ),
  all(
    'objects are granted under articles/ only',
    resources =>
      identityPolicies(resources).filter(
        ([, { Properties }]) => objectStatements(Properties.PolicyDocument.Statement).length > 0,
      ),
    properties =>
      objectStatements(allowed(properties)).every(({ Resource }) =>
        listed(Resource).every(resource => /"\/articles\/(\*|canary\/[a-z.]+)"\]\]}$/.test(JSON.stringify(resource))),
      ),
    properties => {
      const [statement] = objectStatements(allowed(properties))
      statement!.Resource = { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/*']] }
    },
  ),
  {
    name: 'no two functions share a role',
    faults: resources => {
      const roles = functions(resources).map(([, { Properties }]) => JSON.stringify(Properties.Role))
      return roles.filter((role, i) => roles.indexOf(role) !== i)
    },
    breaches: resources => {
      const [first, second] = idsOf(functions(resources)) as [string, string]
      return [
        broken(resources, second, properties => Object.assign(properties, { Role: resources[first]!.Properties.Role })),
      ]
    },
  },
  all(
    'no function of ours has a managed policy',
    ownRoles,
    properties => !properties.ManagedPolicyArns,
    properties => {
      properties.ManagedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess']
    },
  ),
  all(
    'a service that may use a queue, a topic or a key may do so for one source of this account',
    withServices,
    properties =>
      forServices(properties).every(
        statement =>
          conditions(statement, 'aws:SourceArn').length > 0 && conditions(statement, 'aws:SourceAccount').length > 0,
      ),
    properties => {
      for (const values of Object.values(forServices(properties)[0]!.Condition!)) delete values['aws:SourceArn']
    },
    properties => {
      for (const values of Object.values(forServices(properties)[0]!.Condition!)) delete values['aws:SourceAccount']
    },
  ),
  all(
    'a service that may call a function may do so for one source of this account',
    resources => ofType(resources, 'AWS::Lambda::Permission'),
    ({ SourceArn, SourceAccount }) => SourceArn && SourceAccount,
    properties => {
      delete properties.SourceArn
    },
    properties => {
      delete properties.SourceAccount
    },
  ),
  all(
    'every route but GET /health asks who calls',
    resources =>
      ofType(resources, 'AWS::ApiGatewayV2::Route').filter(
        ([, { Properties }]) => Properties.RouteKey !== 'GET /health',
      ),
    ({ AuthorizationType }) => ['AWS_IAM', 'JWT'].includes(AuthorizationType),
    properties => {
      properties.AuthorizationType = 'NONE'
    },
    properties => {
      delete properties.AuthorizationType
    },
  ),
  each(
    'the account’s alarms, and nobody else’s, may publish to the operations topic',
    resources => idsOf(ofType(resources, 'AWS::SNS::Topic')).filter(id => id.startsWith('Operations')),
    resources => ofType(resources, 'AWS::SNS::TopicPolicy'),
    (topic, properties) =>
      names(properties.Topics, topic) &&
      allowed(properties).length === 1 &&
      forServices(properties)[0]?.Principal !== undefined &&
      JSON.stringify(forServices(properties)[0]!.Principal).includes('cloudwatch.amazonaws.com'),
    properties => {
      allowed(properties)[0]!.Principal = '*'
    },
  ),
]

function objectStatements(statements: Statement[]): Statement[] {
  return statements.filter(({ Action }) => listed(Action).some(action => /^s3:\w*Object/.test(action)))
}
