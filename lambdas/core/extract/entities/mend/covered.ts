import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'

/** 1 for every term that is part of a name. */
export function covered({ words }: Context, names: readonly Name[]): Uint8Array {
  const taken = new Uint8Array(words.length)
  for (const { first, last } of names) taken.fill(1, first, last)
  return taken
}

/** One sorted list of both; where two overlap, the added one wins. */
export function insert(names: readonly Name[], added: readonly Name[]): Name[] {
  if (added.length === 0) return [...names]
  const all = [...added.map(name => ({ name, rank: 0 })), ...names.map(name => ({ name, rank: 1 }))]
  all.sort((a, b) => a.name.first - b.name.first || a.rank - b.rank || b.name.last - a.name.last)
  const found: { name: Name; rank: number }[] = []
  for (const next of all) {
    const before = found.at(-1)
    if (!before || before.name.last <= next.name.first) found.push(next)
    else if (next.rank < before.rank) {
      found.pop()
      found.push(next)
    }
  }
  return found.map(({ name }) => name)
}
