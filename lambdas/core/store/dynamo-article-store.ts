import { createHash } from 'node:crypto'
import type { Revision } from '../article/revisions.ts'
import type { RejectedUpload, StoredArticle } from '../article/stored-article.ts'
import type { ArticleStore, ArticleSummary } from './article-store.ts'
import { ARTICLES, bodyOf, partSort, REJECTED, rejectedOf, revisionSort, revisionsOf, timed } from './keys.ts'
import { pack, unpack } from './packing.ts'
import type { Page, PageRequest } from './page.ts'
import { withoutQuotes, withQuotes } from './quotes.ts'
import { summarise } from './summary.ts'
import type { Item, Table } from './table.ts'

/** An item holds 400 KB at most; the longest articles need a second one. */
const PART_BYTES = 380_000
/** More texts of one article than this are kept, but only the latest of them are shown. */
const REVISIONS_READ = 50

export class DynamoArticleStore implements ArticleStore {
  private readonly table: Table

  constructor(table: Table) {
    this.table = table
  }

  async put(article: StoredArticle): Promise<Revision[]> {
    const { id } = article.extraction.article
    const { revision } = article
    const packed = pack({ ...article, extraction: withoutQuotes(article.extraction) })
    const pk = bodyOf(id, revision)
    const version = createHash('sha256').update(packed).digest('hex').slice(0, 8)
    const partOf = (part: number) => packed.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
    const parts = Math.ceil(packed.length / PART_BYTES)
    // The first part last: where it stands, the others do.
    for (let part = parts - 1; part > 0; part--) {
      await this.table.create({ pk, sk: partSort(part, version), body: partOf(part) })
    }
    const first = { pk, sk: partSort(0), body: partOf(0), ...(parts > 1 && { version }) }
    const isKept = await this.table.create(first)
    // Of two uploads of one text at once the first is kept, and it is the one to list.
    return this.register(isKept ? article : ((await this.get(id, revision)) ?? article))
  }

  async register(article: StoredArticle): Promise<Revision[]> {
    const { at, uploadedAt, revision, extraction } = article
    const { id } = extraction.article
    const rank = revisionSort(at, uploadedAt, revision)
    // Listed before it is known as a text of the article: an earlier one is unlisted only where a later one is listed.
    await this.table.putUnlessOutranked({ pk: ARTICLES, sk: timed(at, id), rank, body: pack(summarise(article)) })
    await this.table.create({ pk: revisionsOf(id), sk: rank })
    // Asked after every listing, so that of two texts at once the later one stays.
    const revisions = await this.revisions(id)
    await this.unlistEarlier(id, revisions)
    return revisions
  }

  /** The list shows an article once. */
  private async unlistEarlier(id: string, [latest, ...earlier]: Revision[]): Promise<void> {
    const times = new Set(earlier.map(({ at }) => at))
    for (const at of times) if (at !== latest?.at) await this.table.delete({ pk: ARTICLES, sk: timed(at, id) })
  }

  async revisions(id: string): Promise<Revision[]> {
    const pointers = await this.table.latest(revisionsOf(id), REVISIONS_READ)
    return pointers.map(({ sk }) => {
      const [at, uploadedAt, revision] = sk.split('#') as [string, string, string]
      return { at, uploadedAt, revision }
    })
  }

  async get(id: string, revision?: string): Promise<StoredArticle | null> {
    const wanted = revision ?? (await this.revisions(id))[0]?.revision
    if (!wanted) return null
    // A body never changes, so the cheap read is right where it finds one.
    return (await this.body(id, wanted, false)) ?? this.body(id, wanted, true)
  }

  peek(id: string, revision: string): Promise<StoredArticle | null> {
    return this.body(id, revision, false)
  }

  private async body(id: string, revision: string, consistent: boolean): Promise<StoredArticle | null> {
    const parts = await this.parts(id, revision, consistent)
    if (!parts) return null
    const stored = unpack<StoredArticle>(Buffer.concat(parts.map(({ body }) => body as Uint8Array)))
    return { ...stored, extraction: withQuotes(stored.extraction) }
  }

  private async parts(id: string, revision: string, consistent: boolean): Promise<Item[] | undefined> {
    const [first, ...others] = await this.table.all(bodyOf(id, revision), consistent)
    if (first?.sk !== partSort(0)) return undefined
    return [first, ...others.filter(({ sk }) => sk.endsWith(`#${first.version}`))]
  }

  list(request: PageRequest): Promise<Page<ArticleSummary>> {
    return this.table.page(ARTICLES, request, item => unpack<ArticleSummary>(item.body as Uint8Array))
  }

  async reject(upload: RejectedUpload): Promise<void> {
    await this.table.put({ pk: rejectedOf(upload.id), sk: REJECTED, upload })
    await this.table.put({ pk: REJECTED, sk: timed(upload.uploadedAt, upload.id), upload })
  }

  async rejected(id: string): Promise<RejectedUpload | null> {
    const item = await this.table.getLasting({ pk: rejectedOf(id), sk: REJECTED })
    return (item?.upload as RejectedUpload | undefined) ?? null
  }

  listRejected(request: PageRequest): Promise<Page<RejectedUpload>> {
    return this.table.page(REJECTED, request, item => item.upload as RejectedUpload)
  }
}
