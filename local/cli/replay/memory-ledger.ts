import type { Ledger, Ruling, TextKey } from '../../../lambdas/core/ledger/ledger.ts'
import { rank } from '../../../lambdas/core/ledger/related.ts'
import type { Page, PageRequest } from '../../../lambdas/core/store/page.ts'

/** As many as the table's ledger reads, so that both find the same. */
const POINTERS_PER_KEY = 16

/** A ledger that lasts as long as the process. */
export class MemoryLedger implements Ledger {
  readonly #rulings = new Map<string, Ruling>()
  /** Sort keys of rulings, by topic and key. */
  readonly #filed = new Map<string, Set<string>>()

  async ruling(topic: string, text: TextKey): Promise<Ruling | null> {
    return this.#rulings.get(`${topic}#${sortOf(text)}`) ?? null
  }

  async keep(ruling: Ruling, keys: readonly string[]): Promise<void> {
    const sort = sortOf(ruling.article)
    const key = `${ruling.topic}#${sort}`
    if (!this.#rulings.has(key)) this.#rulings.set(key, ruling)
    for (const each of keys) {
      const name = `${ruling.topic}#${each}`
      this.#filed.set(name, (this.#filed.get(name) ?? new Set()).add(sort))
    }
  }

  async related(topic: string, keys: readonly string[], most: number): Promise<Ruling[]> {
    const lists = keys.map(key => [...(this.#filed.get(`${topic}#${key}`) ?? [])].sort().slice(-POINTERS_PER_KEY))
    return rank(lists, most).map(sort => this.#rulings.get(`${topic}#${sort}`)!)
  }

  async told(topic: string, before: string, most: number): Promise<Ruling[]> {
    const page = await this.listRulings(topic, { limit: Number.POSITIVE_INFINITY, until: before })
    const sent = page.items.filter(({ item }) => item.status === 'sent')
    return sent.slice(0, most).map(({ item }) => item)
  }

  async markSent(ruling: Ruling): Promise<void> {
    this.#rulings.set(`${ruling.topic}#${sortOf(ruling.article)}`, { ...ruling, status: 'sent' })
  }

  async listRulings(topic: string, { limit, after, since, until }: PageRequest): Promise<Page<Ruling>> {
    const found = [...this.#rulings.values()]
      .filter(ruling => ruling.topic === topic)
      .map(item => ({ key: sortOf(item.article), item }))
      .filter(({ key }) => (!after || key < after) && (!since || key >= since) && (!until || key < until))
      .sort((a, b) => (a.key < b.key ? 1 : -1))
    return { items: found.slice(0, limit), more: found.length > limit }
  }
}

const sortOf = ({ at, id, revision }: TextKey) => `${at}#${id}#${revision}`
