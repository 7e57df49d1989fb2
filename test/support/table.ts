import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { Table } from '../../lambdas/core/store/table.ts'
import { startTables } from '../../local/cloud/engines/tables.ts'

export const TABLE = 'test'

export interface TestTable {
  table: Table
  client: DynamoDBDocumentClient
  endpoint: string
  close(): Promise<void>
}

/** A table on a real engine, in memory. */
export async function startTable(): Promise<TestTable> {
  const engine = await startTables(null)
  const endpoint = `http://127.0.0.1:${engine.port}`
  const bare = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  await bare.send(
    new CreateTableCommand({
      TableName: TABLE,
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
  const client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } })
  const close = async () => {
    bare.destroy()
    await engine.close()
  }
  return { table: new Table(client, TABLE), client, endpoint, close }
}
