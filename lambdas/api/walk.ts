import type { Page, PageRequest } from '../core/store/page.ts'
import { openCursor, type Position, sealCursor } from './cursor.ts'
import type { ListQuery } from './query.ts'

/** Rows read for one answer, at most: what a request costs doesn't grow with the store. */
const MOST_ROWS = 100
const ROWS_AT_ONCE = 25

export interface Answer<Item> {
  items: Item[]
  /** Where the next page begins; absent at the end. A page may hold fewer than `limit`, even none, and still have one. */
  next?: string
}

/** Walks a list of rows, each of which holds any number of items, and gives a page of those items. */
export async function walk<Row, Item>(
  list: (request: PageRequest) => Promise<Page<Row>>,
  { limit, cursor, since, until, ...filters }: ListQuery,
  itemsOf: (row: Row) => Item[],
): Promise<Answer<Item>> {
  const bound = { since, until, ...filters }
  let position = openCursor(cursor, bound)
  const found: Item[] = []
  for (let read = 0; read < MOST_ROWS; read += ROWS_AT_ONCE) {
    const page = await list({ limit: ROWS_AT_ONCE, ...range(since, until), ...behind(position) })
    for (const { key, item } of page.items) {
      const items = itemsOf(item).slice(position.skip)
      const room = limit - found.length
      found.push(...items.slice(0, room))
      if (items.length > room) {
        return { items: found, next: sealCursor({ ...position, skip: position.skip + room }, bound) }
      }
      position = { after: key, skip: 0 }
    }
    if (!page.more) return { items: found }
  }
  return { items: found, next: sealCursor(position, bound) }
}

const behind = ({ after }: Position) => (after === undefined ? {} : { after })
const range = (since?: string, until?: string) => ({ ...(since && { since }), ...(until && { until }) })
