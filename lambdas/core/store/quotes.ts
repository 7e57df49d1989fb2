import type { Extraction, Span } from '../extract/types.ts'

/** Stands for a text that the spans beside it give; a text itself is a string. */
const QUOTED = 0

/** The extraction without the texts that can be read off the article, half of it, and with lengths for ends: they repeat. */
export function withoutQuotes(extraction: Extraction): unknown {
  const { article, ...found } = extraction
  const strip = (key: string, owner: Owner) => {
    if (key === 'text') return owner.text === quoteOf(owner, article.text) ? QUOTED : undefined
    if (key === 'end') return Number(owner.end) - Number(owner.start)
    return key === 'spans' ? (owner.spans as Span[]).map(([start, end]) => [start, end - start]) : undefined
  }
  return { article, ...(mapped(found, strip) as object) }
}

/** The extraction as it was. */
export function withQuotes(stripped: unknown): Extraction {
  const { article, ...found } = stripped as Extraction
  const restore = (key: string, owner: Owner) => {
    if (key === 'text') return owner.text === QUOTED ? quoteOf({ ...owner, ...endsOf(owner) }, article.text) : undefined
    return endsOf(owner)[key]
  }
  return { article, ...(mapped(found, restore) as Omit<Extraction, 'article'>) }
}

type Owner = Record<string, unknown>

/** The `end` and the `spans` of what has lengths in their place. */
const endsOf = ({ start, end, spans }: Owner): Owner => ({
  ...(end !== undefined && { end: Number(start) + Number(end) }),
  ...(spans !== undefined && { spans: (spans as Span[]).map(([from, length]) => [from, from + length]) }),
})

function quoteOf({ start, end, spans }: Owner, text: string): string | undefined {
  if (typeof start === 'number' && typeof end === 'number') return text.slice(start, end)
  if (!Array.isArray(spans)) return undefined
  return (spans as Span[]).map(([from, to]) => text.slice(from, to)).join(' ')
}

/** A deep copy in which a field has the value that `change` gives, where it gives one. */
function mapped(value: unknown, change: (key: string, owner: Owner) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each => mapped(each, change))
  if (typeof value !== 'object' || value === null) return value
  const owner = value as Owner
  return Object.fromEntries(Object.keys(owner).map(key => [key, change(key, owner) ?? mapped(owner[key], change)]))
}
