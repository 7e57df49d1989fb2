import type { LedgerEntry, Ruling } from './ledger.ts'

/** What a ruling adds to the ledger: an entry for each claim, repeats too, since they word it another way. */
export const entriesOf = ({ article, claims }: Ruling): LedgerEntry[] =>
  claims.map(({ id, root, text, speaker, proposition }) => {
    const { id: articleId, source: outlet, url, at } = article
    return { id, root, text, speaker, outlet, proposition, publishedAt: at, articleId, url, at }
  })

/** Each entry with the figures of its whole series. */
export function withSeries(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const points = new Map<string, NonNullable<LedgerEntry['series']>>()
  for (const { root, proposition, at } of entries) {
    const series = points.get(root) ?? []
    points.set(root, series)
    for (const figure of proposition.figures) series.push({ figure, at })
  }
  return entries.map(entry => ({ ...entry, series: points.get(entry.root)! }))
}
