import { candidateKeys } from '../novelty/candidate-keys.ts'
import type { Proposition } from '../novelty/types.ts'

/** A key costs a write unit; with this many an article of two topics stays under twenty. */
const FILED_UNDER = 3
/** A key asked for costs a read unit, a page about one; both together at most eight per claim. */
const MOST_ASKED = 12
const MOST_PAGES = 20

/**
 * The keys that a ruling is filed under: greedily those that stand for the most claims that no key stands for yet, so that
 * each claim is found by one at least; then those that stand for the most claims. Of as many, the rarer one: it comes first in
 * its claim's own list.
 */
export function filingKeys(propositions: readonly Proposition[]): string[] {
  const lists = propositions.map(candidateKeys)
  const chosen: string[] = []
  const covered = new Set<number>()
  while (chosen.length < FILED_UNDER) {
    const open = lists.flatMap((keys, claim) => (covered.has(claim) ? [] : keys)).filter(key => !chosen.includes(key))
    const rest = open.length > 0 ? open : lists.flat().filter(key => !chosen.includes(key))
    const best = mostFrequent(rest)
    if (best === undefined) break
    chosen.push(best)
    for (const [claim, keys] of lists.entries()) if (keys.includes(best)) covered.add(claim)
  }
  return chosen
}

/** What to ask the ledger for: the keys of every claim in turn, rarest first, and how many pages to read. */
export function lookup(propositions: readonly Proposition[]): { keys: string[]; pages: number } {
  const lists = propositions.map(candidateKeys)
  const most = Math.min(MOST_ASKED, 2 + 2 * lists.length)
  const keys = new Set<string>()
  for (let rank = 0; rank < 4; rank++) {
    for (const list of lists) if (list[rank] !== undefined && keys.size < most) keys.add(list[rank]!)
  }
  return { keys: [...keys], pages: Math.min(MOST_PAGES, 4 * lists.length) }
}

function mostFrequent(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  let best: string | undefined
  for (const [key, count] of counts) if (best === undefined || count > counts.get(best)!) best = key
  return best
}
