import { JUST_BEFORE, type Page, type PageRequest } from '../core/store/page.ts'
import { openCursor, type Position, sealCursor } from './cursor.ts'
import type { ListQuery } from './query.ts'

/** Rows read for one answer, at most: what a request costs doesn't grow with the store. */
interface Pace {
  rows: number
  /** At first; then twice as many each time, at most `most`. */
  atOnce: number
  most: number
}
const USUAL: Pace = { rows: 500, atOnce: 25, most: 100 }
/** Where a row is a page of the ledger, some KB long. */
export const PAGES: Pace = { rows: 100, atOnce: 25, most: 25 }
/** Where each row takes a further read. */
export const SLOW: Pace = { rows: 25, atOnce: 5, most: 5 }

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
  for (let read = 0, next = pace.atOnce; read < pace.rows; read += next, next = Math.min(2 * next, pace.most)) {
    const page = await list({ limit: Math.min(next, pace.rows - read), ...range(since, until), ...behind(position) })
    const rows = await Promise.all(page.items.map(async ({ key, item }) => ({ key, all: await itemsOf(item) })))
    for (const [nth, { key, all }] of rows.entries()) {
      const items = key === position.after ? all.slice(position.skip) : all
      const given = all.length - items.length
      const room = limit - found.length
      found.push(...items.slice(0, room))
      const rest = items.length > room
      position = { after: key, skip: rest ? given + room : 0 }
      const more = rest || page.more || nth < rows.length - 1
      if (found.length === limit && more) return { items: found, next: sealCursor(position, bound) }
    }
    if (!page.more) return { items: found }
  }
  return { items: found, next: sealCursor(position, bound) }
}

/** A row that was given in part is read again; those that came before it in the meantime are not. */
const behind = ({ after, skip }: Position) =>
  after === undefined ? {} : { after: skip > 0 ? after + JUST_BEFORE : after }
const range = (since?: string, until?: string) => ({ ...(since && { since }), ...(until && { until }) })
