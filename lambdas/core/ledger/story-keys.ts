import { candidateKeys } from '../novelty/candidate-keys.ts'
import type { Proposition } from '../novelty/types.ts'

/** A key costs a write unit; with this many an article of two topics stays under twenty. */
const FILED_UNDER = 3
/** A key asked for costs a read unit, a page half of one. */
const MOST_ASKED = 6
const MOST_PAGES = 20

/** The keys that a ruling is filed under: those that stand for it best. */
export const filingKeys = (propositions: readonly Proposition[]): string[] => storyKeys(propositions, FILED_UNDER)

/**
 * What to ask the ledger for: the keys that a ruling on these claims would be filed under, and as many again, for an article of the same
 * story was filed under such; and how many pages to read.
 */
export function lookup(propositions: readonly Proposition[]): { keys: string[]; pages: number } {
  const most = Math.min(MOST_ASKED, 2 + 2 * propositions.length)
  return { keys: storyKeys(propositions, most), pages: Math.min(MOST_PAGES, 4 * propositions.length) }
}

/**
 * Greedily those keys that stand for the most claims that no key stands for yet, so that each claim is found by one at least; then those
 * that stand for the most claims. Of as many, the rarer one: it comes first in its claim's own list.
 */
function storyKeys(propositions: readonly Proposition[], most: number): string[] {
  const lists = propositions.map(candidateKeys)
  const chosen: string[] = []
  const covered = new Set<number>()
  while (chosen.length < most) {
    const open = lists.flatMap((keys, claim) => (covered.has(claim) ? [] : keys)).filter(key => !chosen.includes(key))
    const rest = open.length > 0 ? open : lists.flat().filter(key => !chosen.includes(key))
    const best = mostFrequent(rest)
    if (best === undefined) break
    chosen.push(best)
    for (const [claim, keys] of lists.entries()) if (keys.includes(best)) covered.add(claim)
  }
  return chosen
}

function mostFrequent(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  let best: string | undefined
  for (const [key, count] of counts) if (best === undefined || count > counts.get(best)!) best = key
  return best
}
