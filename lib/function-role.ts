import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

/** A role for one function, that may write its own log and nothing else; AWS's managed policy would allow all logs. */
export function functionRole(scope: Construct, id: string, logs: LogGroup): Role {
  const role = new Role(scope, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  logs.grantWrite(role)
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::*]': 'Traces: X-Ray has no resources that a policy could name.',
  })
  return role
}
