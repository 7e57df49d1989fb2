import { type IAspect, Stack } from 'aws-cdk-lib'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { IConstruct } from 'constructs'

/** Whatever may call a function, calls it for this account. */
export class OwnAccountOnly implements IAspect {
  visit(node: IConstruct): void {
    if (node instanceof CfnPermission) node.sourceAccount = Stack.of(node).account
  }
}
