import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'

export type Item = { pk: string; sk: string } & Record<string, unknown>
type Values = Record<string, unknown>

/** What stood under a key, from when on; null: nothing. */
interface Version {
  since: number
  item: Item | null
}

export interface TableView {
  now: number
  /** How old a read may be that doesn't ask for consistency, in milliseconds; drawn for each item. */
  lag(): number
  /** Told of a stale answer that differs from the fresh one. */
  onStale(): void
  /** Told of an item that is put where none was. */
  onCreated(item: Item): void
}

/**
 * DynamoDB as far as the store uses it: conditional puts, consistent and stale reads, pages. Throws at what it doesn't know.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html
 */
export class TableEngine {
  private readonly partitions = new Map<string, Map<string, Version[]>>()

  apply(command: unknown, view: TableView): Values {
    if (command instanceof PutCommand) return this.put(command.input as unknown as PutInput, view)
    if (command instanceof DeleteCommand) return this.write(command.input.Key as Item, null, view)
    if (command instanceof GetCommand) return this.get(command.input as unknown as GetInput, view)
    if (command instanceof QueryCommand) return this.query(command.input as unknown as QueryInput, view)
    throw new Error(`the simulated table doesn't know ${command?.constructor.name}`)
  }

  /** Everything in it, by key. */
  contents(): Map<string, Item> {
    const items = [...this.partitions.values()].flatMap(partition => [...partition.values()])
    const standing = items.flatMap(versions => versions.at(-1)!.item ?? [])
    return new Map(standing.map(item => [`${item.pk} ${item.sk}`, item]))
  }

  has(pk: string, ending: string): boolean {
    const partition = this.partitions.get(pk) ?? new Map<string, Version[]>()
    return [...partition].some(([sk, versions]) => sk.endsWith(ending) && versions.at(-1)!.item)
  }

  private put({ Item: item, ...condition }: PutInput, view: TableView): Values {
    if (condition.ConditionExpression && !holds(condition, this.versions(item)?.at(-1)?.item ?? null))
      throw new ConditionalCheckFailedException({ $metadata: {}, message: 'The conditional request failed' })
    return this.write(item, { ...item }, view)
  }

  private write(key: Item, item: Item | null, view: TableView): Values {
    const partition = this.partitions.get(key.pk) ?? new Map<string, Version[]>()
    this.partitions.set(key.pk, partition)
    const versions = partition.get(key.sk) ?? []
    partition.set(key.sk, versions)
    if (item && !versions.at(-1)?.item) view.onCreated(item)
    versions.push({ since: view.now, item })
    return {}
  }

  private get({ Key, ConsistentRead }: GetInput, view: TableView): Values {
    return { Item: seen(this.versions(Key), ConsistentRead ?? false, view) ?? undefined }
  }

  private query(input: QueryInput, view: TableView): Values {
    const { KeyConditionExpression: condition, ExpressionAttributeValues: values } = input
    if (condition !== 'pk = :pk' && condition !== 'pk = :pk AND sk BETWEEN :from AND :to')
      throw new Error(`the simulated table doesn't know the condition ${condition}`)
    const { ':from': from = '', ':to': to = '\uFFFF' } = values as Record<string, string>
    const partition = this.partitions.get(values[':pk'] as string) ?? new Map<string, Version[]>()
    const sorted = [...partition.keys()].filter(sk => sk >= from && sk <= to).sort()
    if (input.ScanIndexForward === false) sorted.reverse()
    const items = sorted.flatMap(sk => seen(partition.get(sk), input.ConsistentRead ?? false, view) ?? [])
    return { Items: items.slice(0, input.Limit) }
  }

  private versions({ pk, sk }: Item): Version[] | undefined {
    return this.partitions.get(pk)?.get(sk)
  }
}

interface PutInput {
  Item: Item
  ConditionExpression?: string
  ExpressionAttributeValues?: Values
}
interface GetInput {
  Key: Item
  ConsistentRead?: boolean
}
interface QueryInput {
  KeyConditionExpression: string
  ExpressionAttributeValues: Values
  ConsistentRead?: boolean
  ScanIndexForward?: boolean
  Limit?: number
}

function seen(versions: Version[] | undefined, consistent: boolean, view: TableView): Item | null {
  const fresh = versions?.at(-1)?.item ?? null
  if (consistent || !versions) return fresh
  const moment = view.now - view.lag()
  const old = versions.findLast(({ since }) => since <= moment)?.item ?? null
  if (old !== fresh) view.onStale()
  return old
}

/** The conditions that the store gives; another one is an error, so that it can't pass unseen. */
function holds(
  { ConditionExpression: condition, ExpressionAttributeValues: values }: Omit<PutInput, 'Item'>,
  item: Item | null,
) {
  if (condition === 'attribute_not_exists(pk)') return item === null
  if (condition === 'attribute_not_exists(pk) OR #rank <= :rank')
    return item === null || (item.rank as string) <= (values![':rank'] as string)
  throw new Error(`the simulated table doesn't know the condition ${condition}`)
}
