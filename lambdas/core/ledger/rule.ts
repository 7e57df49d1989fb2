import type { StoredArticle } from '../article/stored-article.ts'
import { alertIdOf } from '../ids.ts'
import { claimsUnder, judgeClaims } from './judge-claims.ts'
import type { ArticleHead, JudgedClaim, Ledger, Ruling, WithdrawnClaim } from './ledger.ts'
import { rulingsNear } from './near.ts'
import { Standing } from './standing.ts'
import { filingKeys } from './story-keys.ts'

/** What is to be judged: one article's claims under one topic. */
export interface Submission {
  article: StoredArticle
  topic: string
  /** Uploaded to fill the past: stored and never alerted. */
  backfill: boolean
  /** The texts of the same article before and after this one, by the article's time. */
  earlier: { revision: string; at: string } | null
  later: { revision: string; at: string } | null
}

/**
 * The first of an article's claims under a topic. Each is compared with those before it and with what stands, so a text of
 * thousands would hold up its topic for minutes; long reports have a hundred.
 */
export const MOST_JUDGED = 200

/** Judges a submission against the ledger and keeps the ruling. Asked again, it gives the ruling that stands. */
export async function rule(ledger: Ledger, submission: Submission): Promise<Ruling> {
  const head = headOf(submission.article)
  const standing = await ledger.ruling(submission.topic, head)
  const ruling = standing ?? (await decide(ledger, submission, head))
  if (ruling.status !== 'sent') await ledger.keep(ruling, filingKeys(ruling.claims.map(claim => claim.proposition)))
  return ruling
}

export const headOf = ({ extraction, revision, at, fingerprint }: StoredArticle): ArticleHead => {
  const { id, title, source, url, publishedAt } = extraction.article
  return { id, revision, title, source, url, publishedAt, at, fingerprint }
}

async function decide(ledger: Ledger, submission: Submission, head: ArticleHead): Promise<Ruling> {
  const { topic, article, backfill, earlier, later } = submission
  const all = claimsUnder(article, topic)
  const found = all.slice(0, MOST_JUDGED)
  const unjudged = all.length - found.length
  const propositions = found.map(({ id }) => article.propositions[id]!)
  const rulingOf = async (text: Submission['earlier']) => text && ledger.ruling(topic, { ...head, ...text })
  const [near, before, after] = await Promise.all([
    rulingsNear(ledger, { topic, at: head.at, propositions }),
    rulingOf(earlier),
    rulingOf(later),
  ])
  // What its own correction was judged without is out of date before anybody heard of it.
  const quiet = backfill || after !== null
  const judged = judgeClaims(article, found, head, new Standing(near))
  const claims = quiet ? judged.map(claim => ({ ...claim, alerted: false })) : judged
  // What looks withdrawn may be among what was not judged.
  const withdrawn = quiet || unjudged > 0 ? [] : withdrawnFrom(before, claims)
  const isNews = withdrawn.length > 0 || claims.some(claim => claim.alerted)
  return {
    id: alertIdOf(topic, head.id, head.revision),
    topic,
    article: head,
    correction: earlier !== null,
    claims,
    withdrawn,
    ...(unjudged > 0 && { unjudged }),
    status: isNews ? 'pending' : 'silent',
  }
}

/**
 * Claims of the earlier text that were told, by it or by another article, and that no claim of the later one repeats or brings
 * up to date.
 */
function withdrawnFrom(before: Ruling | null, claims: readonly JudgedClaim[]): WithdrawnClaim[] {
  if (!before) return []
  const kept = new Set(claims.flatMap(({ id, root, ref }) => [id, root, ref?.id]))
  const { source: outlet, at, url } = before.article
  return before.claims
    .filter(({ alerted, verdict }) => alerted || verdict === 'repeat')
    .filter(({ id, root }) => !kept.has(id) && !kept.has(root))
    .map(({ id, text, speaker, entities }) => ({ id, text, speaker, outlet, at, url, entities }))
}
