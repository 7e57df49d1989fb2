import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  type LocalSecondaryIndex,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb'
import type { Blueprint } from '../template/blueprint.ts'
import { LocalCloudError } from '../template/local-cloud-error.ts'

interface TableProperties {
  AttributeDefinitions: AttributeDefinition[]
  KeySchema: KeySchemaElement[]
  GlobalSecondaryIndexes?: GlobalSecondaryIndex[]
  LocalSecondaryIndexes?: LocalSecondaryIndex[]
}

export async function createTables(dynamodb: DynamoDBClient, plan: Blueprint): Promise<void> {
  for (const { identity, properties } of plan.all<TableProperties>('AWS::DynamoDB::GlobalTable')) {
    const existing = await describe(dynamodb, identity.ref)
    if (!existing) await create(dynamodb, identity.ref, properties)
    else if (shape(existing) !== shape(properties)) {
      throw new LocalCloudError(
        `The data folder holds a table ${identity.ref} with other keys than the stack's. Delete the folder, or use another.`,
      )
    }
  }
}

async function describe(dynamodb: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await dynamodb.send(new DescribeTableCommand({ TableName: name }))).Table
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

async function create(dynamodb: DynamoDBClient, name: string, properties: TableProperties): Promise<void> {
  await dynamodb.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: properties.AttributeDefinitions,
      KeySchema: properties.KeySchema,
      GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes?.map(index),
      LocalSecondaryIndexes: properties.LocalSecondaryIndexes?.map(index),
    }),
  )
  while ((await describe(dynamodb, name))?.TableStatus !== 'ACTIVE') await new Promise(done => setTimeout(done, 5))
}

/** Throughput settings of the template mean nothing here. */
function index<Index extends GlobalSecondaryIndex | LocalSecondaryIndex>({ IndexName, KeySchema, Projection }: Index) {
  return { IndexName, KeySchema, Projection }
}

/** What can't change while there are items: the keys, and how they are indexed. */
function shape(table: TableProperties | TableDescription): string {
  const attributes = table.AttributeDefinitions?.map(
    ({ AttributeName, AttributeType }) => `${AttributeName}:${AttributeType}`,
  )
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])].map(
    ({ IndexName, KeySchema, Projection }) =>
      `${IndexName} ${keys(KeySchema)} ${Projection?.ProjectionType} ${Projection?.NonKeyAttributes?.toSorted()}`,
  )
  return JSON.stringify([attributes?.toSorted(), keys(table.KeySchema), indexes.toSorted()])
}

function keys(schema: KeySchemaElement[] | undefined): string {
  return (schema ?? []).map(({ AttributeName, KeyType }) => `${KeyType}=${AttributeName}`).join(' ')
}
