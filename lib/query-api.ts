import { CfnOutput, Duration } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { ApiEnv } from '../lambdas/api/env.ts'
import { acknowledge } from './acknowledge.ts'
import { authorizerOf, SCOPES } from './api-authorizer.ts'
import type { Bindings } from './binding.ts'
import type { Operations } from './operations.ts'
import { PipelineFunction } from './pipeline-function.ts'
import { removal, type Stage } from './stages.ts'

/** One line of JSON per request. No addresses of callers, and no queries: people ask for names. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    requestId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    bytes: '$context.responseLength',
    // Codes and not messages, whose quotation marks would break the JSON.
    error: '$context.error.responseType',
    function: '$context.integrationStatus',
  }),
)

/** The HTTP API in front of the api function. Callers sign or bring a token; only /health is open. */
export class QueryApi extends Construct {
  constructor(scope: Construct, id: string, props: { bindings: Bindings<ApiEnv>; operations: Operations }) {
    super(scope, id)
    const { operations } = props
    const handler = new PipelineFunction<ApiEnv>(this, 'Function', {
      ...props,
      entry: 'lambdas/api/index.ts',
      timeout: Duration.seconds(29),
      memorySize: 512,
      reservedConcurrency: operations.stage.apiConcurrency ?? undefined,
      impact: 'Queries and uploads over the API fail; uploads to the bucket and alerts go on.',
    })
    const api = new HttpApi(this, 'HttpApi', { createDefaultStage: false })
    addRoutes(api, new HttpLambdaIntegration('Integration', handler), operations.stage)
    watch(this, addStage(this, api, operations.stage), operations)
    new CfnOutput(this, 'Url', { value: api.apiEndpoint })
  }
}

function addRoutes(api: HttpApi, integration: HttpLambdaIntegration, { auth }: Stage): void {
  const authorizer = authorizerOf(auth)
  const scoped = (scope: string, path = '/v1/{proxy+}') => ({
    path,
    integration,
    authorizer,
    authorizationScopes: auth.kind === 'jwt' ? [scope] : undefined,
  })
  const [health] = api.addRoutes({ path: '/health', methods: [HttpMethod.GET], integration })
  acknowledge(health!, { 'AwsSolutions-APIG4': 'It tells that the function runs, and nothing else.' })
  api.addRoutes({ ...scoped(SCOPES.read), methods: [HttpMethod.GET] })
  // They show people's addresses, which are not for everybody who may read claims.
  for (const path of ['/v1/subscriptions', '/v1/subscriptions/{proxy+}']) {
    api.addRoutes({ ...scoped(SCOPES.write, path), methods: [HttpMethod.GET] })
  }
  api.addRoutes({ ...scoped(SCOPES.write), methods: [HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE] })
}

function addStage(scope: Construct, httpApi: HttpApi, stage: Stage): HttpStage {
  const logs = new LogGroup(scope, 'AccessLogs', { retention: stage.logDays, removalPolicy: removal(stage) })
  return new HttpStage(scope, 'Stage', {
    httpApi,
    autoDeploy: true,
    throttle: { rateLimit: stage.throttle.perSecond, burstLimit: stage.throttle.burst },
    accessLogSettings: { destination: new LogGroupLogDestination(logs), format: ACCESS_LOG },
  })
}

function watch(scope: Construct, stage: HttpStage, operations: Operations): void {
  const metric = stage.metricServerError({ statistic: 'sum' })
  operations.alarm(scope, 'ServerErrorsAlarm', {
    metric,
    threshold: operations.stage.alarms.serverErrors,
    impact: 'Queries and uploads over the API are answered with errors.',
    runbook: 'API errors',
  })
  const [p50, p99] = ['p50', 'p99'].map(statistic => stage.metricLatency({ statistic }))
  operations.show(
    'API',
    new GraphWidget({ title: 'Requests', left: [stage.metricCount({ statistic: 'SampleCount' })], width: 8 }),
    new GraphWidget({
      title: 'Refused and failed',
      left: [stage.metricClientError({ statistic: 'sum' }), metric],
      width: 8,
    }),
    new GraphWidget({ title: 'Milliseconds', left: [p50!, p99!], width: 8 }),
  )
}
