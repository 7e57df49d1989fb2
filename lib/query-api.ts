import { CfnOutput, Duration } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Construct } from 'constructs'
import type { ApiEnv } from '../lambdas/api/env.ts'
import type { Bindings } from './binding.ts'
import { PipelineFunction } from './pipeline-function.ts'

/** The HTTP API in front of the api function. Callers sign with IAM; only /health is open. */
export class QueryApi extends Construct {
  constructor(scope: Construct, id: string, props: { bindings: Bindings<ApiEnv> }) {
    super(scope, id)
    const handler = new PipelineFunction<ApiEnv>(this, 'Function', {
      entry: 'lambdas/api/index.ts',
      bindings: props.bindings,
      timeout: Duration.seconds(29),
      memorySize: 512,
    })
    const api = new HttpApi(this, 'HttpApi')
    const integration = new HttpLambdaIntegration('Integration', handler)
    const authorizer = new HttpIamAuthorizer()
    api.addRoutes({ path: '/health', methods: [HttpMethod.GET], integration })
    api.addRoutes({
      path: '/v1/{proxy+}',
      methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE],
      integration,
      authorizer,
    })
    new CfnOutput(this, 'Url', { value: api.apiEndpoint })
  }
}
