import type { ArticleHead, Ledger, LedgerEntry, Ruling, Sighting } from '../../../lambdas/core/ledger/ledger.ts'
import type { Page, PageRequest } from '../../../lambdas/core/store/page.ts'

/** As many as the table's ledger reads, so that both judge alike. */
const CANDIDATES_PER_KEY = 8
const SIGHTINGS_READ = 50

/** A ledger that lasts as long as the process. */
export class MemoryLedger implements Ledger {
  readonly #rulings = new Map<string, Ruling>()
  readonly #entries = new SortedLists<LedgerEntry>()
  readonly #sightings = new SortedLists<Sighting>()

  async ruling(topic: string, article: ArticleHead): Promise<Ruling | null> {
    return this.#rulings.get(rulingKey(topic, article)) ?? null
  }

  async open(ruling: Ruling): Promise<void> {
    const key = rulingKey(ruling.topic, ruling.article)
    if (!this.#rulings.has(key)) this.#rulings.set(key, ruling)
  }

  async candidates(topic: string, keys: readonly string[]): Promise<LedgerEntry[]> {
    const found = keys.flatMap(key => this.#entries.latest(`${topic}#${key}`, CANDIDATES_PER_KEY))
    return [...new Map(found.map(entry => [entry.id, entry])).values()]
  }

  async sightings(topic: string, root: string): Promise<Sighting[]> {
    return this.#sightings.latest(`${topic}#${root}`, SIGHTINGS_READ)
  }

  async addEntry(topic: string, entry: LedgerEntry, keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#entries.add(`${topic}#${key}`, `${entry.at}#${entry.id}`, entry)
  }

  async addSighting(topic: string, sighting: Sighting): Promise<void> {
    this.#sightings.add(`${topic}#${sighting.root}`, `${sighting.at}#${sighting.claimId}`, sighting)
  }

  async markSent(ruling: Ruling): Promise<void> {
    this.#rulings.set(rulingKey(ruling.topic, ruling.article), { ...ruling, status: 'sent' })
  }

  async listRulings(topic: string, { limit, after, since, until }: PageRequest): Promise<Page<Ruling>> {
    const found = [...this.#rulings]
      .map(([key, item]) => ({ key: key.slice(topic.length + 1), item }))
      .filter(({ key, item }) => item.topic === topic && (!after || key < after))
      .filter(({ key }) => (!since || key >= since) && (!until || key < until))
      .sort((a, b) => (a.key < b.key ? 1 : -1))
    return { items: found.slice(0, limit), more: found.length > limit }
  }
}

const rulingKey = (topic: string, { at, id, revision }: ArticleHead) => `${topic}#${at}#${id}#${revision}`

/** Lists by name, each in the order of its items' keys; an item that stands already is left as it is. */
class SortedLists<T> {
  readonly #lists = new Map<string, { key: string; item: T }[]>()

  add(list: string, key: string, item: T): void {
    const items = this.#lists.get(list) ?? []
    this.#lists.set(list, items)
    // Nearly always later than what stands, so the walk from the end is short.
    let at = items.length
    while (at > 0 && items[at - 1]!.key > key) at--
    if (items[at - 1]?.key !== key) items.splice(at, 0, { key, item })
  }

  latest(list: string, limit: number): T[] {
    return (this.#lists.get(list) ?? [])
      .slice(-limit)
      .reverse()
      .map(({ item }) => item)
  }
}
