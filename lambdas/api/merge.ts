import type { Page, PageRequest } from '../core/store/page.ts'

type List<Row> = (request: PageRequest) => Promise<Page<Row>>

/** Several lists as one, by time. A row's key gets its list's name behind it, since two lists may hold the same key. */
export function merged<Row>(lists: Record<string, List<Row>>): List<Row> {
  const names = Object.keys(lists).sort()
  return async request => {
    const pages = await Promise.all(names.map(name => lists[name]!({ ...request, ...startOf(name, request.after) })))
    const rows = pages.flatMap(({ items }, i) => items.map(({ key, item }) => ({ key: `${key} ${names[i]}`, item })))
    rows.sort((a, b) => (a.key < b.key ? 1 : -1))
    const more = rows.length > request.limit || pages.some(page => page.more)
    return { items: rows.slice(0, request.limit), more }
  }
}

/** Behind `key name` come the same key in lists of a smaller name, then all smaller keys. */
function startOf(name: string, after: string | undefined): Pick<PageRequest, 'after'> {
  if (after === undefined) return {}
  const cut = after.lastIndexOf(' ')
  const key = after.slice(0, cut)
  return { after: name < after.slice(cut + 1) ? `${key}\u{10FFFF}` : key }
}
