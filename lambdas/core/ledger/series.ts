import type { LedgerEntry } from './ledger.ts'

/** One candidate per series: its latest entry, with the figures of all its entries. */
export function asSeries(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const groups = new Map<string, LedgerEntry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.root)
    if (group) group.push(entry)
    else groups.set(entry.root, [entry])
  }
  return [...groups.values()].map(group => {
    group.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
    const latest = group.at(-1)!
    const series = group.flatMap(({ proposition, at }) => proposition.figures.map(figure => ({ figure, at })))
    return { ...latest, series }
  })
}
