import type { Proposition } from '../novelty/types.ts'
import type { Ledger, Ruling } from './ledger.ts'
import { lookup } from './story-keys.ts'

/** News comes back within days, in words that share no key. The places of so many are one read unit. */
const MOST_TOLD = 36
/** Articles come late and out of order. */
const LATER_MS = 86_400_000

/** The rulings that an article's claims may touch: first those filed under its keys, then those that people were told of lately. */
export async function rulingsNear(
  ledger: Pick<Ledger, 'related' | 'told'>,
  { topic, at, propositions }: { topic: string; at: string; propositions: readonly Proposition[] },
): Promise<Ruling[]> {
  const { keys, pages } = lookup(propositions)
  const before = new Date(Date.parse(at) + LATER_MS).toISOString()
  const found = await Promise.all([ledger.related(topic, keys, pages), ledger.told(topic, before, MOST_TOLD)])
  return [...new Map(found.flat().map(ruling => [ruling.id, ruling])).values()]
}
