import type { Deps } from '../../lambdas/api/deps.ts'
import type { RejectedUpload, StoredArticle } from '../../lambdas/core/article/stored-article.ts'
import { timed } from '../../lambdas/core/store/keys.ts'
import type { Page, PageRequest } from '../../lambdas/core/store/page.ts'
import { summarise } from '../../lambdas/core/store/summary.ts'

/** Articles of one text each, for tests that ask too much for a real table. */
export class MemoryArticles {
  readonly #stored = new Map<string, StoredArticle>()
  readonly #rejected = new Map<string, RejectedUpload>()

  add(article: StoredArticle): void {
    this.#stored.set(article.extraction.article.id, article)
  }

  reject(upload: RejectedUpload): void {
    this.#rejected.set(upload.id, upload)
  }

  readonly port: Deps['articles'] = {
    get: async id => this.#stored.get(id) ?? null,
    revisions: async id => {
      const article = this.#stored.get(id)
      return article ? [{ revision: article.revision, at: article.at, uploadedAt: article.uploadedAt }] : []
    },
    list: async request =>
      page(this.#stored.values(), request, article => timed(article.at, article.extraction.article.id), summarise),
    rejected: async id => this.#rejected.get(id) ?? null,
    listRejected: async request =>
      page(
        this.#rejected.values(),
        request,
        upload => timed(upload.uploadedAt, upload.id),
        upload => upload,
      ),
  }
}

function page<Row, Item>(
  rows: Iterable<Row>,
  { limit, after, since = ' ', until = '~' }: PageRequest,
  keyOf: (row: Row) => string,
  show: (row: Row) => Item,
): Page<Item> {
  const found = [...rows]
    .map(row => ({ key: keyOf(row), row }))
    .filter(({ key }) => (!after || key < after) && key >= since && key <= until)
    .sort((a, b) => (a.key < b.key ? 1 : -1))
  return {
    items: found.slice(0, limit).map(({ key, row }) => ({ key, item: show(row) })),
    more: found.length > limit,
  }
}
