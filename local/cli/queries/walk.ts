import type { Client } from '../http/client.ts'

export interface Listed<Item> {
  items: Item[]
  /** Where the next items begin; absent at the end. */
  next?: string
}
const PAGE = 100
/** A rare filter may give many empty pages; after these the user decides whether to go on. */
const MOST_REQUESTS = 20

/** Up to `limit` items of a list; a page of the API may hold fewer than asked, even none, and still not be the last. */
export async function collect<Item>(
  client: Client,
  path: string,
  query: Record<string, string | undefined>,
  limit: number,
): Promise<Listed<Item>> {
  const items: Item[] = []
  let cursor = query.cursor
  for (let request = 0; request < MOST_REQUESTS; request++) {
    const wanted = Math.min(PAGE, limit - items.length)
    const page = (await client.get(path, { ...query, cursor, limit: String(wanted) })) as Listed<Item>
    items.push(...page.items)
    cursor = page.next
    if (cursor === undefined) return { items }
    if (items.length >= limit) break
  }
  return { items, next: cursor! }
}
