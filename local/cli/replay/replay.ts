import type { Article } from '../../../lambdas/core/article/article.ts'
import { revisionOf } from '../../../lambdas/core/article/identity.ts'
import { around } from '../../../lambdas/core/article/revisions.ts'
import { type StoredArticle, topicsOf } from '../../../lambdas/core/article/stored-article.ts'
import { read } from '../../../lambdas/core/extract/extract.ts'
import type { Claim } from '../../../lambdas/core/extract/types.ts'
import { fingerprint } from '../../../lambdas/core/ledger/fingerprint.ts'
import type { JudgedClaim, Ledger, Ruling } from '../../../lambdas/core/ledger/ledger.ts'
import { rule, type Submission } from '../../../lambdas/core/ledger/rule.ts'
import type { Topic } from '../../../lambdas/core/topics/topic.ts'

type Verdict = Pick<JudgedClaim, 'verdict' | 'because' | 'ref'>
/** A claim as it was judged; of a claim under no topic nothing is judged. */
type ReplayedClaim = Claim & { [field in keyof Verdict]: Verdict[field] | null }
export interface Replayed {
  id: string
  text: string
  claims: ReplayedClaim[]
  /** Ids of the claims that are told, and of those that an earlier text of the article made. */
  alerts: { id: string; topic: string; correction: boolean; claims: string[]; withdrawn: string[] }[]
}

interface Text {
  revision: string
  at: string
  topics: string[]
}

const NOT_JUDGED = { verdict: null, because: null, ref: null }

/** Judges articles one after the other, each against all that came before it, by the rules of the alert function. */
export class Replay {
  readonly #ledger: Ledger
  readonly #topics: readonly Topic[]
  /** The texts of each article so far, by its id, latest first. */
  readonly #texts = new Map<string, Text[]>()

  constructor(ledger: Ledger, topics: readonly Topic[]) {
    this.#ledger = ledger
    this.#topics = topics
  }

  /** `now` is the article's time where it gives none. */
  async next(article: Article, now: Date): Promise<Replayed> {
    const revision = revisionOf(article.text)
    const again = this.#texts.get(article.id)?.find(text => text.revision === revision)
    const stored = this.#store(article, revision, again?.at ?? article.publishedAt ?? now.toISOString(), now)
    const { claims } = stored.extraction
    const rulings: Ruling[] = []
    const sides = around(this.#texts.get(article.id)!, revision)
    const topics = new Set([...topicsOf(stored), ...(sides.earlier?.topics ?? [])])
    for (const topic of topics) {
      if (sides.later) await this.#rule({ article: withoutClaims(stored, sides.later), topic, ...FIRST })
      rulings.push(await this.#rule({ article: stored, topic, backfill: false, ...sides }))
    }
    return {
      id: article.id,
      text: article.text,
      claims: claims.map(claim => ({ ...claim, ...verdictOf(claim, rulings, again !== undefined) })),
      alerts: rulings.filter(({ status }) => status === 'pending').map(alerted),
    }
  }

  #store(article: Article, revision: string, at: string, now: Date): StoredArticle {
    const stored: StoredArticle = {
      ...read(article, this.#topics),
      revision,
      at,
      uploadedAt: now.toISOString(),
      fingerprint: fingerprint(article.text),
    }
    const known = this.#texts.get(article.id) ?? []
    if (!known.some(text => text.revision === revision)) known.unshift({ revision, at, topics: topicsOf(stored) })
    this.#texts.set(
      article.id,
      known.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    )
    return stored
  }

  async #rule(submission: Submission): Promise<Ruling> {
    const ruling = await rule(this.#ledger, submission)
    if (ruling.status === 'pending') await this.#ledger.markSent(ruling)
    return ruling
  }
}

/** A later text under a topic that it has no claims of; where it has some, its ruling stands already. */
const withoutClaims = ({ extraction, ...stored }: StoredArticle, { revision, at }: Text): StoredArticle => ({
  ...stored,
  revision,
  at,
  extraction: { ...extraction, claims: [] },
})
const FIRST = { backfill: false, earlier: null, later: null }

function alerted({ id, topic, correction, claims, withdrawn }: Ruling): Replayed['alerts'][number] {
  const told = claims.filter(claim => claim.alerted).map(claim => claim.id)
  return { id, topic, correction, claims: told, withdrawn: withdrawn.map(claim => claim.id) }
}

/** Of a claim under two topics, that of the topic under which it is alerted. */
function verdictOf({ id }: Claim, rulings: readonly Ruling[], again: boolean): Pick<ReplayedClaim, keyof Verdict> {
  const judged = rulings.flatMap(({ claims }) => claims.filter(claim => claim.id === id))
  const { verdict, because, ref } = judged.find(claim => claim.alerted) ?? judged[0] ?? NOT_JUDGED
  return again && verdict
    ? { verdict: 'repeat', because: 'this text of this article was judged before', ref }
    : { verdict, because, ref }
}
