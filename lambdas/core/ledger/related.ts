/** Of lists of rulings' sort keys, those in the most lists; of as many the latest. At most `most`. */
export function rank(lists: readonly (readonly string[])[], most: number): string[] {
  const shared = new Map<string, number>()
  for (const list of lists) for (const key of list) shared.set(key, (shared.get(key) ?? 0) + 1)
  const ranked = [...shared].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))
  return ranked.slice(0, most).map(([key]) => key)
}
