import { candidateKeys, nameKeys } from '../novelty/candidate-keys.ts'
import type { Proposition } from '../novelty/types.ts'

/** A key costs a write unit; with this many an article of two topics stays under twenty. */
const FILED_UNDER = 3
/** A key asked for costs a read unit, a page half of one. */
const MOST_ASKED = 6
const MOST_PAGES = 20
const MOST_NAMES = 3

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
 * The name that most claims share, for the articles of one story have it in common, whatever each of them tells. Then greedily those keys
 * that stand for the most claims that no key stands for yet, so that each claim is found by one at least; then those
 * that stand for the most claims. Of as many, the rarer one: it comes first in its claim's own list. What is only asked for
 * begins with two names more: another article may have more of those.
 */
function storyKeys(propositions: readonly Proposition[], most: number): string[] {
  const names = byFrequency(propositions.flatMap(nameKeys))
  const filed = greedily(propositions, names.slice(0, 1), Math.min(most, FILED_UNDER))
  if (most <= FILED_UNDER) return filed
  const more = [...new Set([...filed, ...names.slice(1, MOST_NAMES)])].slice(0, most)
  return greedily(propositions, more, most)
}

function greedily(propositions: readonly Proposition[], first: readonly string[], most: number): string[] {
  const lists = propositions.map(candidateKeys)
  const chosen = [...first]
  const covered = new Set([...lists.keys()].filter(claim => lists[claim]!.some(key => first.includes(key))))
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

const mostFrequent = (keys: readonly string[]): string | undefined => byFrequency(keys)[0]

/** Each key once, the most frequent first; of as many, the one that comes first. */
function byFrequency(keys: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key)
}
