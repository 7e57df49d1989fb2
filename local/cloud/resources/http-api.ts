import { findRoute, type Route } from '../events/routes.ts'
import { apiHandler } from '../functions/api-handler.ts'
import type { HttpHandler } from '../functions/http-server.ts'
import type { Lambda } from '../functions/lambda.ts'
import type { Blueprint } from '../template/blueprint.ts'
import { LocalCloudError } from '../template/local-cloud-error.ts'

interface RouteProperties {
  ApiId: string
  RouteKey: string
  Target: string
}

interface IntegrationProperties {
  IntegrationType: string
  IntegrationUri: string
  PayloadFormatVersion?: string
}

/** The API's routes as the template has them. Authorizers guard the API in AWS; here it listens on loopback only. */
export function createHttpApi(
  plan: Blueprint,
  functions: Map<string, Lambda>,
  log: (line: string) => void,
): HttpHandler {
  const integrations = new Map(
    plan.all<IntegrationProperties>('AWS::ApiGatewayV2::Integration').map(({ logicalId, properties }) => {
      if (properties.IntegrationType !== 'AWS_PROXY' || properties.PayloadFormatVersion !== '2.0') {
        throw new LocalCloudError(`${logicalId}: only AWS_PROXY integrations with payload format 2.0 are supported`)
      }
      return [logicalId, properties.IntegrationUri]
    }),
  )
  const routes = plan
    .all<RouteProperties>('AWS::ApiGatewayV2::Route')
    .map(({ logicalId, properties }): Route<Lambda> => {
      const uri = integrations.get(properties.Target.replace('integrations/', ''))
      const lambda = [...functions.values()].find(({ settings }) => uri?.includes(settings.arn))
      if (!lambda)
        throw new LocalCloudError(`${logicalId}: ${properties.RouteKey} leads to no function that can be run`)
      return { key: properties.RouteKey, target: lambda }
    })
  const apiId = plan.all('AWS::ApiGatewayV2::Api')[0]?.logicalId ?? 'local'
  return apiHandler((method, path) => findRoute(routes, method, path), apiId, log)
}
