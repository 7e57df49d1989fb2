import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { ASIDE, EXPIRES, type Key } from './keys.ts'
import type { Page, PageRequest } from './page.ts'

export type Item = Key & Record<string, unknown>

const BETWEEN = 'pk = :pk AND sk BETWEEN :from AND :to'
const SECONDS_ASIDE = 86_400

/** All that is done with the table. */
export class Table {
  private readonly client: DynamoDBDocumentClient
  private readonly name: string
  private readonly isAside: boolean

  constructor(client: DynamoDBDocumentClient, name: string, isAside = false) {
    this.client = client
    this.name = name
    this.isAside = isAside
  }

  /** The same table, under partitions that nobody else asks for; what is put there goes after a day. */
  aside(): Table {
    return new Table(this.client, this.name, true)
  }

  async put(item: Item): Promise<void> {
    await this.client.send(new PutCommand({ TableName: this.name, Item: this.placed(item) }))
  }

  /** False where an item stands under that key already. */
  async create(item: Item): Promise<boolean> {
    return this.putIf(item, 'attribute_not_exists(pk)')
  }

  /** Puts the item unless one of a higher `rank` stands there. */
  async putUnlessOutranked(item: Item & { rank: string }): Promise<boolean> {
    return this.putIf(item, 'attribute_not_exists(pk) OR #rank <= :rank', {
      ExpressionAttributeNames: { '#rank': 'rank' },
      ExpressionAttributeValues: { ':rank': item.rank },
    })
  }

  /** Puts the item where one of that generation stands, or none. False where another stands by now. */
  async replace(item: Item & { generation: number }, generation: number): Promise<boolean> {
    return this.putIf(item, 'attribute_not_exists(pk) OR generation = :generation', {
      ExpressionAttributeValues: { ':generation': generation },
    })
  }

  private async putIf(item: Item, condition: string, values: Partial<PutCommandInput> = {}): Promise<boolean> {
    const Item = this.placed(item)
    const command = new PutCommand({ TableName: this.name, Item, ConditionExpression: condition, ...values })
    try {
      await this.client.send(command)
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  async get(key: Key): Promise<Item | undefined> {
    return this.read(key, true)
  }

  /** An item that never changes: a read at half the price is right where it finds one. */
  async getLasting(key: Key): Promise<Item | undefined> {
    return (await this.read(key, false)) ?? this.read(key, true)
  }

  private async read({ pk, sk }: Key, consistent: boolean): Promise<Item | undefined> {
    const key = { pk: this.partition(pk), sk }
    const command = new GetCommand({ TableName: this.name, Key: key, ConsistentRead: consistent })
    return (await this.client.send(command)).Item as Item | undefined
  }

  async delete({ pk, sk }: Key): Promise<void> {
    await this.client.send(new DeleteCommand({ TableName: this.name, Key: { pk: this.partition(pk), sk } }))
  }

  /** The partition's last items before a sort key first. */
  latest(pk: string, limit: number, before = '~'): Promise<Item[]> {
    return this.query(pk, {
      KeyConditionExpression: BETWEEN,
      ExpressionAttributeValues: { ':pk': this.partition(pk), ':from': ' ', ':to': before },
      ScanIndexForward: false,
      Limit: limit,
    })
  }

  /** A small partition whole, in order. */
  all(pk: string, consistent: boolean): Promise<Item[]> {
    return this.query(pk, { ConsistentRead: consistent })
  }

  private async query(pk: string, options: Partial<QueryCommandInput>): Promise<Item[]> {
    const items: Item[] = []
    let from: Record<string, unknown> | undefined
    do {
      const { Items = [], LastEvaluatedKey } = await this.client.send(
        new QueryCommand({
          TableName: this.name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': this.partition(pk) },
          ConsistentRead: true,
          ExclusiveStartKey: from,
          ...options,
        }),
      )
      items.push(...(Items as Item[]))
      from = options.Limit && items.length >= options.Limit ? undefined : LastEvaluatedKey
    } while (from)
    return items
  }

  /** A page of a list partition, last first. */
  async page<T>(pk: string, { limit, after, since, until }: PageRequest, read: (item: Item) => T): Promise<Page<T>> {
    const { Items, LastEvaluatedKey } = await this.client.send(
      new QueryCommand({
        TableName: this.name,
        KeyConditionExpression: BETWEEN,
        ExpressionAttributeValues: { ':pk': this.partition(pk), ':from': since ?? ' ', ':to': until ?? '~' },
        ScanIndexForward: false,
        Limit: limit,
        ...(after && { ExclusiveStartKey: { pk: this.partition(pk), sk: after } }),
      }),
    )
    const items = (Items ?? []) as Item[]
    return { items: items.map(item => ({ key: item.sk, item: read(item) })), more: LastEvaluatedKey !== undefined }
  }

  private partition(pk: string): string {
    return this.isAside ? pk + ASIDE : pk
  }

  private placed(item: Item): Item {
    if (!this.isAside) return item
    const expires = Math.floor(Date.now() / 1000) + SECONDS_ASIDE
    return { ...item, pk: this.partition(item.pk), [EXPIRES]: expires }
  }
}
