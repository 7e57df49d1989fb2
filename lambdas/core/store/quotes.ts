import type { Extraction, Span } from '../extract/types.ts'

/** Stands for a text that the spans beside it give; a text itself is a string. */
const QUOTED = 0

/** The extraction without the texts that can be read off the article: they are half of it. */
export function withoutQuotes(extraction: Extraction): unknown {
  const { article, ...found } = extraction
  const strip = (key: string, owner: Record<string, unknown>) =>
    key === 'text' && owner[key] === quoteOf(owner, article.text) ? QUOTED : undefined
  return { article, ...(mapped(found, strip) as object) }
}

/** The extraction as it was. */
export function withQuotes(stripped: unknown): Extraction {
  const { article, ...found } = stripped as Extraction
  const restore = (key: string, owner: Record<string, unknown>) =>
    key === 'text' && owner[key] === QUOTED ? quoteOf(owner, article.text) : undefined
  return { article, ...(mapped(found, restore) as Omit<Extraction, 'article'>) }
}

function quoteOf({ start, end, spans }: Record<string, unknown>, text: string): string | undefined {
  if (typeof start === 'number' && typeof end === 'number') return text.slice(start, end)
  if (!Array.isArray(spans)) return undefined
  return (spans as Span[]).map(([from, to]) => text.slice(from, to)).join(' ')
}

/** A deep copy in which a field has the value that `change` gives, where it gives one. */
function mapped(value: unknown, change: (key: string, owner: Record<string, unknown>) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each => mapped(each, change))
  if (typeof value !== 'object' || value === null) return value
  const owner = value as Record<string, unknown>
  return Object.fromEntries(Object.keys(owner).map(key => [key, change(key, owner) ?? mapped(owner[key], change)]))
}
