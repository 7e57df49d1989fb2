/** The only value whose logical id begins so. */
export function named(refs: Record<string, string>, start: string): string {
  const found = Object.entries(refs).filter(([logicalId]) => logicalId.startsWith(start))
  if (found.length !== 1) throw new Error(`${found.length} resources begin with ${start}`)
  return found[0]![1]
}
