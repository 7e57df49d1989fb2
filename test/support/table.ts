import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { Table } from '../../lambdas/core/store/table.ts'
import { startTables } from '../../local/cloud/engines/tables.ts'
import { Guard } from '../../local/cloud/rights/guard.ts'
import { grantsOf } from '../../local/cloud/rights/policies.ts'
import { blueprint } from '../../local/cloud/template/blueprint.ts'
import { synthesised } from '../run/folder.ts'
import { named } from './named.ts'

export const TABLE = 'test'

export interface TestTable {
  table: Table
  client: DynamoDBDocumentClient
  endpoint: string
  close(): Promise<void>
}

/** A table on a real engine, in memory. */
export async function startTable(name = TABLE, guard?: Guard): Promise<TestTable> {
  const engine = await startTables(null)
  if (guard) engine.guard(guard)
  const endpoint = `http://127.0.0.1:${engine.port}`
  const client = clientOf(endpoint, 'local')
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    }),
  )
  const close = async () => {
    client.destroy()
    await engine.close()
  }
  return { table: new Table(client, name), client, endpoint, close }
}

/** One as the stack has it, and as the function whose logical id begins so may use it: `granted`. */
export async function startTableFor(holder: string): Promise<TestTable & { granted: Table }> {
  const plan = blueprint(await synthesised(), { messaging: 0, api: 0 })
  const refs = (type: string) =>
    Object.fromEntries(plan.all(type).map(({ logicalId, identity }) => [logicalId, identity.ref]))
  const name = named(refs('AWS::DynamoDB::GlobalTable'), 'Store')
  const started = await startTable(name, new Guard(grantsOf(plan), () => {}))
  const client = clientOf(started.endpoint, named(refs('AWS::Lambda::Function'), holder))
  const close = async () => {
    client.destroy()
    await started.close()
  }
  return { ...started, granted: new Table(client, name), close }
}

function clientOf(endpoint: string, accessKeyId: string): DynamoDBDocumentClient {
  const credentials = { accessKeyId, secretAccessKey: 'local' }
  const bare = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials })
  return DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } })
}
