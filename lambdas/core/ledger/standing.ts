import type { SeriesPoint } from '../novelty/types.ts'
import { independentOutlets } from './corroboration.ts'
import type { ArticleHead, JudgedClaim, LedgerEntry, Ruling } from './ledger.ts'

interface Series {
  points: SeriesPoint[]
  articles: Set<ArticleHead>
}

/** Each is compared with each claim of an article. The rulings that have the most in common with it come first. */
export const MOST_STANDING = 1_000

/** What stands in the ledger as far as one article's claims may touch it. Repeats are entries too: they word it another way. */
export class Standing {
  readonly entries: LedgerEntry[] = []
  readonly #series = new Map<string, Series>()

  constructor(rulings: readonly Ruling[]) {
    const claims = rulings.flatMap(({ article, claims }) => claims.map(claim => ({ article, claim })))
    for (const { article, claim } of claims.slice(0, MOST_STANDING)) this.add(article, claim)
  }

  /** An entry shares the points of its series with all the others: what is added later shows in those before. */
  add(article: ArticleHead, { id, root, text, speaker, untold, proposition }: JudgedClaim): void {
    const { id: articleId, source: outlet, url, at } = article
    const series = this.#series.get(root) ?? { points: [], articles: new Set() }
    this.#series.set(root, series)
    series.articles.add(article)
    if (!untold) for (const figure of proposition.figures) series.points.push({ figure, at })
    const told = { id, root, text, speaker, outlet, proposition, publishedAt: at, articleId, url, at }
    this.entries.push({ ...told, series: series.points, ...(untold && { untold }) })
  }

  /** How many outlets have the series on their own, with one more article. */
  outletsOf(root: string, article: ArticleHead): number {
    const articles = [...(this.#series.get(root)?.articles ?? []), article]
    return independentOutlets(articles.map(({ source, fingerprint }) => ({ outlet: source, fingerprint })))
  }
}
