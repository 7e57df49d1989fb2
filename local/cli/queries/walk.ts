import type { Client, Query } from '../http/client.ts'

export interface Listed<Item> {
  items: Item[]
  /** Where the next items begin; absent at the end. */
  next?: string
}
const PAGE = 100
/** A rare filter may give many empty pages; after so many in a row the user decides whether to go on. */
const MOST_EMPTY = 20

export interface Walk {
  cursor?: string | undefined
  /** How many items together; Infinity: all there are. */
  limit: number
}

/** The pages of a list. A page may hold fewer items than asked, even none, and still not be the last; the last one given has `next` where there is more. */
export async function* pages<Page extends { next?: string | undefined }>(
  ask: (query: Query) => Promise<Page>,
  sizeOf: (page: Page) => number,
  { cursor, limit }: Walk,
): AsyncGenerator<Page> {
  let left = limit
  let empty = 0
  for (let next = cursor; ; ) {
    const page = await ask({ cursor: next, limit: String(Math.min(PAGE, left)) })
    const size = sizeOf(page)
    yield page
    left -= size
    empty = size > 0 ? 0 : empty + 1
    next = page.next
    if (next === undefined || left <= 0 || (empty === MOST_EMPTY && limit !== Number.POSITIVE_INFINITY)) return
  }
}

export const itemPages = <Item>(client: Client, path: string, query: Query, walk: Walk) =>
  pages(
    async page => (await client.get(path, { ...query, ...page })) as Listed<Item>,
    ({ items }) => items.length,
    walk,
  )

/** Up to `limit` items of a list, at once. */
export async function collect<Item>(client: Client, path: string, query: Query, walk: Walk): Promise<Listed<Item>> {
  const items: Item[] = []
  let next: string | undefined
  for await (const page of itemPages<Item>(client, path, query, walk)) {
    items.push(...page.items)
    next = page.next
  }
  return { items, ...(next && { next }) }
}
