import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { Table } from './table.ts'

/** The table over a real client, from the environment's region and credentials. */
export const openTable = (name: string): Table => {
  const options = { marshallOptions: { removeUndefinedValues: true } }
  return new Table(DynamoDBDocumentClient.from(new DynamoDBClient(), options), name)
}
