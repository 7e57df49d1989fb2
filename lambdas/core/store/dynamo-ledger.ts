import type { Ledger, Ruling, TextKey } from '../ledger/ledger.ts'
import { rank } from '../ledger/related.ts'
import { filedUnder, rulingsOf, sentOf, timed } from './keys.ts'
import { pack, unpack } from './packing.ts'
import type { Page, PageRequest } from './page.ts'
import type { Item, Table } from './table.ts'

/** A pointer is 150 bytes: this many are one read unit. */
const POINTERS_PER_KEY = 16
/** Of the rulings last read; the longest, of 200 claims, are some 300 KB. */
const HELD = 200

export class DynamoLedger implements Ledger {
  private readonly table: Table
  /** A ruling never changes, and the articles of a topic ask for the same ones. The one read last is at the end. */
  private readonly held = new Map<string, Ruling>()

  constructor(table: Table) {
    this.table = table
  }

  async ruling(topic: string, text: TextKey): Promise<Ruling | null> {
    const sk = sortOf(text)
    const ruling = await this.kept(topic, sk)
    if (ruling?.status !== 'pending') return ruling
    const sent = await this.table.getLasting({ pk: sentOf(topic), sk })
    return sent ? { ...ruling, status: 'sent' } : ruling
  }

  async keep(ruling: Ruling, keys: readonly string[]): Promise<void> {
    const { topic, article } = ruling
    const sk = sortOf(article)
    // The ruling last: from the moment it stands it is found, also by others that come before this one is tried again.
    await Promise.all(keys.map(key => this.table.create({ pk: filedUnder(topic, key), sk })))
    const isFirst = await this.table.create({ pk: rulingsOf(topic), sk, body: pack(ruling) })
    if (isFirst) this.hold(`${rulingsOf(topic)} ${sk}`, ruling)
  }

  async related(topic: string, keys: readonly string[], most: number): Promise<Ruling[]> {
    const pointers = await Promise.all(keys.map(key => this.table.latest(filedUnder(topic, key), POINTERS_PER_KEY)))
    const ranked = rank(
      pointers.map(list => list.map(({ sk }) => sk)),
      Number.POSITIVE_INFINITY,
    )
    const found: Ruling[] = []
    // A ruling may be filed that doesn't stand yet, because its judging was cut off: then the next one takes its place.
    while (found.length < most && ranked.length > 0) {
      const wanted = ranked.splice(0, most - found.length)
      const rulings = await Promise.all(wanted.map(sk => this.kept(topic, sk)))
      found.push(...rulings.flatMap(ruling => ruling ?? []))
    }
    return found
  }

  async told(topic: string, before: string, most: number): Promise<Ruling[]> {
    const sent = await this.table.latest(sentOf(topic), most, before)
    const rulings = await Promise.all(sent.map(({ sk }) => this.kept(topic, sk)))
    return rulings.flatMap(ruling => ruling ?? [])
  }

  /** As it was kept: `sent` is not in it. */
  private async kept(topic: string, sk: string): Promise<Ruling | null> {
    const key = { pk: rulingsOf(topic), sk }
    const name = `${key.pk} ${sk}`
    const item = this.held.has(name) ? undefined : await this.table.getLasting(key)
    const ruling = this.held.get(name) ?? (item ? read(item) : null)
    if (ruling) this.hold(name, ruling)
    return ruling
  }

  private hold(name: string, ruling: Ruling): void {
    this.held.delete(name)
    this.held.set(name, ruling)
    if (this.held.size > HELD) this.held.delete(this.held.keys().next().value!)
  }

  async markSent({ topic, article }: Ruling): Promise<void> {
    await this.table.put({ pk: sentOf(topic), sk: sortOf(article) })
  }

  async listRulings(topic: string, request: PageRequest): Promise<Page<Ruling>> {
    const page = await this.table.page(rulingsOf(topic), request, read)
    const [first, last] = [page.items.at(-1), page.items[0]]
    if (!first || !last) return page
    const range = { limit: request.limit, since: first.key, until: last.key }
    const { items } = await this.table.page(sentOf(topic), range, ({ sk }) => sk)
    const sent = new Set(items.map(({ key }) => key))
    const told = (key: string, ruling: Ruling): Ruling => (sent.has(key) ? { ...ruling, status: 'sent' } : ruling)
    return { ...page, items: page.items.map(({ key, item }) => ({ key, item: told(key, item) })) }
  }
}

const sortOf = ({ at, id, revision }: TextKey): string => timed(at, `${id}#${revision}`)
const read = (item: Item): Ruling => unpack<Ruling>(item.body as Uint8Array)
