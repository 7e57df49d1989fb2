import type { StoredArticle } from '../article/stored-article.ts'
import type { Claim } from '../extract/types.ts'
import { articleOfClaim } from '../ids.ts'
import { candidateKeys } from '../novelty/candidate-keys.ts'
import type { ArticleStore } from '../store/article-store.ts'
import { independentOutlets } from './corroboration.ts'
import type { ArticleHead, JudgedClaim, Ledger, Ruling } from './ledger.ts'

/** One article stating a claim. */
export interface Sighting {
  claim: JudgedClaim
  article: ArticleHead
}
/** What the ledger holds of one claim under one topic. */
export interface History {
  /** Of the claim's whole series, by the article's time. */
  sightings: Sighting[]
  /** Claims that stand against one of the series, by time. */
  contradictions: Sighting[]
  /** How many outlets have the series on their own. */
  outlets: number
  /** Whether there may be more than was read. */
  partial: boolean
}
export interface Records {
  articles: Pick<ArticleStore, 'get' | 'revisions'>
  ledger: Pick<Ledger, 'ruling' | 'related'>
}

/** Texts of one article, pages of the ledger, and claims that are looked up one by one: so much is read for a claim, however much is stored. */
const MOST_TEXTS = 6
const MOST_PAGES = 24
const MOST_LOOKED_UP = 8

/** The claim and the text that it stands in, the latest that has it; null where there is no such claim. */
export async function findClaim(
  { articles }: Records,
  claimId: string,
): Promise<{ claim: Claim; stored: StoredArticle; latest: boolean } | null> {
  const articleId = articleOfClaim(claimId)
  if (articleId === undefined) return null
  const revisions = (await articles.revisions(articleId)).slice(0, MOST_TEXTS)
  for (const [nth, { revision }] of revisions.entries()) {
    const stored = await articles.get(articleId, revision)
    const claim = stored?.extraction.claims.find(({ id }) => id === claimId)
    if (stored && claim) return { claim, stored, latest: nth === 0 }
  }
  return null
}

/**
 * A claim's history under a topic, put together from the pages that are filed under the keys of it and of its root, and from
 * those that its series refers to. Null until it is judged.
 */
export async function historyOf(records: Records, topic: string, claimId: string): Promise<History | null> {
  const own = await rulingWith(records, topic, claimId)
  const claim = own?.claims.find(({ id }) => id === claimId)
  if (!own || !claim) return null
  const first = claim.root === claimId ? null : await rulingWith(records, topic, claim.root)
  const root = first?.claims.find(({ id }) => id === claim.root)
  const keys = [claim, ...(root ? [root] : [])].flatMap(({ proposition }) => candidateKeys(proposition))
  const related = await records.ledger.related(topic, [...new Set(keys)], MOST_PAGES)
  const pages = new Pages([own, ...(first ? [first] : []), ...related])
  await lookUp(records, topic, pages, claim.root)
  const sightings = pages.seriesOf(claim.root)
  const heads = sightings.map(({ article }) => ({ outlet: article.source, fingerprint: article.fingerprint }))
  return {
    sightings,
    contradictions: pages.against(sightings),
    outlets: independentOutlets(heads),
    partial: related.length === MOST_PAGES || pages.missing(claim.root).length > 0,
  }
}

/** Reads the pages of the claims that the series refers to, and of those that these refer to. */
async function lookUp(records: Records, topic: string, pages: Pages, root: string): Promise<void> {
  const tried = new Set<string>()
  for (let ids = pages.missing(root); tried.size < MOST_LOOKED_UP; ids = pages.missing(root)) {
    const next = ids.filter(id => !tried.has(id)).slice(0, MOST_LOOKED_UP - tried.size)
    if (next.length === 0) return
    for (const id of next) tried.add(id)
    const found = await Promise.all(next.map(id => rulingWith(records, topic, id)))
    for (const ruling of found) if (ruling) pages.add(ruling)
  }
}

/** The latest ruling under the topic that holds the claim. */
async function rulingWith({ articles, ledger }: Records, topic: string, claimId: string): Promise<Ruling | null> {
  const id = articleOfClaim(claimId)
  if (id === undefined) return null
  for (const { revision, at } of (await articles.revisions(id)).slice(0, MOST_TEXTS)) {
    const ruling = await ledger.ruling(topic, { id, revision, at })
    if (ruling?.claims.some(claim => claim.id === claimId)) return ruling
  }
  return null
}

/** Pages of the ledger, each claim of an article once. */
class Pages {
  readonly #sightings = new Map<string, Sighting>()

  constructor(rulings: readonly Ruling[]) {
    for (const ruling of rulings) this.add(ruling)
  }

  add({ article, claims }: Ruling): void {
    for (const claim of claims) if (!this.#sightings.has(claim.id)) this.#sightings.set(claim.id, { claim, article })
  }

  seriesOf(root: string): Sighting[] {
    return this.#sorted(({ claim }) => claim.root === root)
  }

  against(series: readonly Sighting[]): Sighting[] {
    const ids = new Set(series.map(({ claim }) => claim.id))
    const named = new Set(series.flatMap(({ claim }) => claim.contradicts))
    return this.#sorted(
      ({ claim }) => !ids.has(claim.id) && (named.has(claim.id) || claim.contradicts.some(id => ids.has(id))),
    )
  }

  /** What the series refers to and no page here holds. */
  missing(root: string): string[] {
    const named = this.seriesOf(root).flatMap(({ claim }) => [
      ...(claim.ref ? [claim.ref.id] : []),
      ...claim.contradicts,
    ])
    return [...new Set([root, ...named])].filter(id => !this.#sightings.has(id))
  }

  #sorted(wanted: (sighting: Sighting) => boolean): Sighting[] {
    const order = ({ article, claim }: Sighting) => `${article.at} ${claim.id}`
    return [...this.#sightings.values()].filter(wanted).sort((a, b) => (order(a) < order(b) ? -1 : 1))
  }
}
