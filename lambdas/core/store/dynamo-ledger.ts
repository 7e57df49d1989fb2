import type { ArticleHead, Ledger, LedgerEntry, Ruling, Sighting } from '../ledger/ledger.ts'
import { candidatesOf, rulingsOf, seriesOf, timed } from './keys.ts'
import type { Page, PageRequest } from './page.ts'
import type { Table } from './table.ts'

/** An entry is about half a KB: under one key this many are two read units. */
const CANDIDATES_PER_KEY = 8
const SIGHTINGS_READ = 50

export class DynamoLedger implements Ledger {
  private readonly table: Table

  constructor(table: Table) {
    this.table = table
  }

  async ruling(topic: string, article: ArticleHead): Promise<Ruling | null> {
    const item = await this.table.get(rulingKey(topic, article))
    return (item?.ruling as Ruling | undefined) ?? null
  }

  async open(ruling: Ruling): Promise<void> {
    await this.table.create({ ...rulingKey(ruling.topic, ruling.article), ruling })
  }

  async candidates(topic: string, keys: readonly string[]): Promise<LedgerEntry[]> {
    const found = new Map<string, LedgerEntry>()
    const lists = await Promise.all(keys.map(key => this.table.latest(candidatesOf(topic, key), CANDIDATES_PER_KEY)))
    for (const { entry } of lists.flat()) found.set((entry as LedgerEntry).id, entry as LedgerEntry)
    return [...found.values()]
  }

  async sightings(topic: string, root: string): Promise<Sighting[]> {
    const items = await this.table.latest(seriesOf(topic, root), SIGHTINGS_READ)
    return items.map(({ sighting }) => sighting as Sighting)
  }

  async addEntry(topic: string, entry: LedgerEntry, keys: readonly string[]): Promise<void> {
    const sk = timed(entry.at, entry.id)
    await Promise.all(keys.map(key => this.table.create({ pk: candidatesOf(topic, key), sk, entry })))
  }

  async addSighting(topic: string, sighting: Sighting): Promise<void> {
    const sk = timed(sighting.at, sighting.claimId)
    await this.table.create({ pk: seriesOf(topic, sighting.root), sk, sighting })
  }

  async markSent(ruling: Ruling): Promise<void> {
    await this.table.put({ ...rulingKey(ruling.topic, ruling.article), ruling: { ...ruling, status: 'sent' } })
  }

  listRulings(topic: string, request: PageRequest): Promise<Page<Ruling>> {
    return this.table.page(rulingsOf(topic), request, item => item.ruling as Ruling)
  }
}

const rulingKey = (topic: string, { at, id, revision }: ArticleHead) => ({
  pk: rulingsOf(topic),
  sk: timed(at, `${id}#${revision}`),
})
