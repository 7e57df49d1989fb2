const EOL = '\r\n'

/** A list as CSV (RFC 4180), a column for each path into an item: `article.source`. */
export const toCsv = (items: readonly unknown[], columns: readonly string[]): string =>
  [columns, ...items.map(item => columns.map(column => valueAt(item, column)))]
    .map(row => row.map(cell).join(',') + EOL)
    .join('')

const valueAt = (item: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], item)

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : JSON.stringify(value)
  const safe = harmless(text)
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A spreadsheet would run a text that begins like a formula; an apostrophe says that it is text (OWASP, CSV injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/.test(text) ? `'${text}` : text)
