import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { PARTITION_KEY, SORT_KEY } from '../lambdas/core/store/keys.ts'
import type { Binding } from './binding.ts'

/** The one table: articles with their extractions, and the ledger. */
export class Store extends Construct {
  readonly table: TableV2

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: PARTITION_KEY, type: AttributeType.STRING },
      sortKey: { name: SORT_KEY, type: AttributeType.STRING },
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  readable(): Binding {
    return this.bind('dynamodb:GetItem', 'dynamodb:Query')
  }

  writable(): Binding {
    return this.bind(
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
    )
  }

  private bind(...actions: string[]): Binding {
    return { value: this.table.tableName, grant: to => this.table.grant(to, ...actions) }
  }
}
