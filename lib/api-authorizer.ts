import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import type { Auth } from './stages.ts'

/** What a token must be good for; of signed requests, the caller's own policy says which methods it may call. */
export const SCOPES = { read: 'claimwire/read', write: 'claimwire/write' } as const

export function authorizerOf(auth: Auth): IHttpRouteAuthorizer {
  if (auth.kind === 'iam') return new HttpIamAuthorizer()
  return new HttpJwtAuthorizer('Jwt', auth.issuer, { jwtAudience: auth.audience })
}
