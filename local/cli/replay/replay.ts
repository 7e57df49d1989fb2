import type { Article } from '../../../lambdas/core/article/article.ts'
import { textHash } from '../../../lambdas/core/article/identity.ts'
import type { StoredArticle } from '../../../lambdas/core/article/stored-article.ts'
import { read } from '../../../lambdas/core/extract/extract.ts'
import type { Claim } from '../../../lambdas/core/extract/types.ts'
import { fingerprint } from '../../../lambdas/core/ledger/fingerprint.ts'
import type { JudgedClaim, Ledger, Ruling } from '../../../lambdas/core/ledger/ledger.ts'
import { rule } from '../../../lambdas/core/ledger/rule.ts'
import type { Topic } from '../../../lambdas/core/topics/topic.ts'

type Verdict = Pick<JudgedClaim, 'verdict' | 'because' | 'ref'>
/** A claim as it was judged; of a claim under no topic nothing is judged. */
type ReplayedClaim = Claim & { [field in keyof Verdict]: Verdict[field] | null }
export interface Replayed {
  id: string
  text: string
  claims: ReplayedClaim[]
  alerts: { id: string; topic: string; correction: boolean; claims: string[] }[]
}

const NOT_JUDGED = { verdict: null, because: null, ref: null }

/** Judges articles one after the other, each against all that came before it, by the rules of the alert function. */
export class Replay {
  readonly #ledger: Ledger
  readonly #topics: readonly Topic[]
  /** The texts of each article so far, by its id: revision and time. */
  readonly #revisions = new Map<string, Map<string, string>>()

  constructor(ledger: Ledger, topics: readonly Topic[]) {
    this.#ledger = ledger
    this.#topics = topics
  }

  /** `now` is the article's time where it gives none. */
  async next(article: Article, now: Date): Promise<Replayed> {
    const revision = textHash(article.text).slice(0, 32)
    const again = this.#revisions.get(article.id)?.has(revision) ?? false
    const stored = this.#store(article, revision, now)
    const { claims } = stored.extraction
    const rulings: Ruling[] = []
    for (const topic of new Set(claims.flatMap(claim => claim.topics))) rulings.push(await this.#rule(stored, topic))
    return {
      id: article.id,
      text: article.text,
      claims: claims.map(claim => ({ ...claim, ...verdictOf(claim, rulings, again) })),
      alerts: rulings.filter(({ status }) => status === 'pending').map(alerted),
    }
  }

  #store(article: Article, revision: string, now: Date): StoredArticle {
    const uploadedAt = now.toISOString()
    const at = article.publishedAt ?? uploadedAt
    const known = this.#revisions.get(article.id) ?? new Map<string, string>()
    this.#revisions.set(article.id, known)
    if (!known.has(revision)) known.set(revision, at)
    const reading = read(article, this.#topics)
    return { ...reading, revision, at: known.get(revision)!, uploadedAt, fingerprint: fingerprint(article.text) }
  }

  async #rule(article: StoredArticle, topic: string): Promise<Ruling> {
    const known = this.#revisions.get(article.extraction.article.id)!
    const before = [...known].filter(([revision, at]) => revision !== article.revision && at <= article.at)
    const [revision, at] = before.sort(([, a], [, b]) => (a < b ? 1 : -1))[0] ?? []
    const earlier = revision && at ? { revision, at } : null
    const ruling = await rule(this.#ledger, { article, topic, backfill: false, earlier })
    if (ruling.status === 'pending') await this.#ledger.markSent(ruling)
    return ruling
  }
}

function alerted({ id, topic, correction, claims }: Ruling): Replayed['alerts'][number] {
  return { id, topic, correction, claims: claims.filter(claim => claim.alerted).map(claim => claim.id) }
}

/** Of a claim under two topics, that of the topic under which it is alerted. */
function verdictOf({ id }: Claim, rulings: readonly Ruling[], again: boolean): Pick<ReplayedClaim, keyof Verdict> {
  const judged = rulings.flatMap(({ claims }) => claims.filter(claim => claim.id === id))
  const { verdict, because, ref } = judged.find(claim => claim.alerted) ?? judged[0] ?? NOT_JUDGED
  return again && verdict
    ? { verdict: 'repeat', because: 'this text of this article was judged before', ref }
    : { verdict, because, ref }
}
