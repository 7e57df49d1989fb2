import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { PARTITION_KEY, SORT_KEY } from '../lambdas/core/store/keys.ts'
import { type Binding, bind } from './binding.ts'
import type { Operations } from './operations.ts'
import { removal } from './stages.ts'

/** The one table: articles with their extractions, and the ledger. */
export class Store extends Construct {
  readonly table: TableV2

  constructor(scope: Construct, id: string, { operations }: { operations: Operations }) {
    super(scope, id)
    const { stage } = operations
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: PARTITION_KEY, type: AttributeType.STRING },
      sortKey: { name: SORT_KEY, type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.retain,
      removalPolicy: removal(stage),
    })
    operations.show(
      'Table',
      new GraphWidget({ title: 'Read units', left: [this.table.metricConsumedReadCapacityUnits()], width: 8 }),
      new GraphWidget({ title: 'Write units', left: [this.table.metricConsumedWriteCapacityUnits()], width: 8 }),
      new GraphWidget({ title: 'User errors', left: [this.table.metricUserErrors()], width: 8 }),
    )
  }

  readable(): Binding {
    return this.bind('dynamodb:GetItem', 'dynamodb:Query')
  }

  /** For who only ever adds. */
  appendable(): Binding {
    return this.bind('dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem')
  }

  writable(): Binding {
    return this.bind('dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem')
  }

  /** To put what stands under these partition keys, in which * is any text; and to delete nothing. */
  appendableAt(...partitions: string[]): Binding {
    return this.bindAt(partitions, 'dynamodb:PutItem')
  }

  /** To put and delete what stands under these partition keys. */
  changeableAt(...partitions: string[]): Binding {
    return this.bindAt(partitions, 'dynamodb:PutItem', 'dynamodb:DeleteItem')
  }

  private bindAt(partitions: string[], ...actions: string[]): Binding {
    const grant = (grantee: IGrantable) =>
      Grant.addToPrincipal({
        grantee,
        actions,
        resourceArns: [this.table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
      })
    return { value: this.table.tableName, grant }
  }

  private bind(...actions: string[]): Binding {
    return bind(this.table.tableName, [this.table.tableArn], ...actions)
  }
}
