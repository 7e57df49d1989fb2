import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { Table } from '../lambdas/core/store/table.ts'
import { startTables } from '../local/cloud/engines/tables.ts'

export interface CountingTable {
  table: Table
  client: DynamoDBDocumentClient
  name: string
  units(): { writes: number; reads: number }
  reset(): void
  close(): Promise<void>
}

/** A table on a real engine that adds up the capacity which each command says it consumed. */
export async function startCountingTable(): Promise<CountingTable> {
  const name = 'bench'
  const engine = await startTables(null)
  const bare = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${engine.port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  await bare.send(
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
  let writes = 0
  let reads = 0
  bare.middlewareStack.add(
    (next, { commandName }) =>
      async args => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
        const result = await next(args)
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } }
        const units = ConsumedCapacity?.CapacityUnits ?? 0
        if (/Get|Query/.test(commandName ?? '')) reads += units
        else writes += units
        return result
      },
    { step: 'initialize', name: 'countCapacity' },
  )
  const client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } })
  return {
    table: new Table(client, name),
    client,
    name,
    units: () => ({ writes, reads }),
    reset: () => {
      writes = 0
      reads = 0
    },
    close: async () => {
      bare.destroy()
      await engine.close()
    },
  }
}
