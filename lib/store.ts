import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { EXPIRES, PARTITION_KEY, SORT_KEY } from '../lambdas/core/store/keys.ts'
import type { Binding } from './binding.ts'
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
      timeToLiveAttribute: EXPIRES,
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
    return this.allow(['dynamodb:GetItem', 'dynamodb:Query'])
  }

  /** One action on items under these partition keys, in which * is any text. */
  may(action: 'GetItem' | 'Query' | 'PutItem' | 'DeleteItem', ...partitions: string[]): Binding {
    return this.allow([`dynamodb:${action}`], { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } })
  }

  private allow(actions: string[], conditions?: Record<string, Record<string, string[]>>): Binding {
    const grant = (grantee: IGrantable) =>
      Grant.addToPrincipal({ grantee, actions, resourceArns: [this.table.tableArn], conditions })
    return { value: this.table.tableName, grant }
  }
}
