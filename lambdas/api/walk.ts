import type { Page, PageRequest } from '../core/store/page.ts'
import { openCursor, type Position, sealCursor } from './cursor.ts'
import type { ListQuery } from './query.ts'

/** Rows read for one answer, at most: what a request costs doesn't grow with the store. */
interface Pace {
  rows: number
  atOnce: number
}
const USUAL: Pace = { rows: 100, atOnce: 25 }
/** Where each row takes a further read. */
export const SLOW: Pace = { rows: 25, atOnce: 5 }

export interface Answer<Item> {
  items: Item[]
  /** Where the next page begins; absent at the end. A page may hold fewer than `limit`, even none, and still have one. */
  next?: string
}

/** Walks a list of rows, each of which holds any number of items, and gives a page of those items. */
export async function walk<Row, Item>(
  list: (request: PageRequest) => Promise<Page<Row>>,
  { limit, cursor, since, until, ...filters }: ListQuery,
  itemsOf: (row: Row) => Item[] | Promise<Item[]>,
  pace = USUAL,
): Promise<Answer<Item>> {
  const bound = { since, until, ...filters }
  let position = openCursor(cursor, bound)
  const found: Item[] = []
  for (let read = 0; read < pace.rows; read += pace.atOnce) {
    const page = await list({ limit: pace.atOnce, ...range(since, until), ...behind(position) })
    const rows = await Promise.all(page.items.map(async ({ key, item }) => ({ key, all: await itemsOf(item) })))
    for (const { key, all } of rows) {
      const items = all.slice(position.skip)
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
