import { JUST_BEFORE, type Page, type PageRequest } from '../core/store/page.ts'

type List<Row> = (request: PageRequest) => Promise<Page<Row>>

/** Of each list at least so many rows, so that a few lists are not asked again and again. */
const FEWEST = 5

/**
 * Several lists as one, by time. A row's key gets its list's name behind it, since two lists may hold the same key. Each list is asked for its
 * share of the rows only: what lies behind the end of a list that goes on is left for the next page.
 */
export function merged<Row>(lists: Record<string, List<Row>>): List<Row> {
  const names = Object.keys(lists).sort()
  return async request => {
    const limit = Math.min(request.limit, Math.max(FEWEST, Math.ceil((2 * request.limit) / names.length)))
    const pages = await Promise.all(
      names.map(async name => {
        const { items, more } = await lists[name]!({ ...request, limit, ...startOf(name, request.after) })
        return { rows: items.map(({ key, item }) => ({ key: `${key} ${name}`, item })), more }
      }),
    )
    const ends = pages.flatMap(({ rows, more }) => (more ? (rows.at(-1)?.key ?? []) : []))
    const horizon = ends.sort().at(-1) ?? ''
    const rows = pages.flatMap(page => page.rows).sort((a, b) => (a.key < b.key ? 1 : -1))
    const items = rows.filter(({ key }) => key >= horizon).slice(0, request.limit)
    return { items, more: ends.length > 0 || items.length < rows.length }
  }
}

/** Behind `key name` come the same key in lists of a smaller name, then all smaller keys. With JUST_BEFORE, `key name` itself comes too. */
function startOf(name: string, after: string | undefined): Pick<PageRequest, 'after'> {
  if (after === undefined) return {}
  const cut = after.lastIndexOf(' ')
  const key = after.slice(0, cut)
  const last = after.slice(cut + 1).replace(JUST_BEFORE, '')
  const isOpen = name < last || (name === last && after.endsWith(JUST_BEFORE))
  return { after: isOpen ? key + JUST_BEFORE : key }
}
