import { createHash } from 'node:crypto'
import type { StoredArticle } from '../article/stored-article.ts'
import type { Claim } from '../extract/types.ts'
import { judge } from '../novelty/judge.ts'
import type { IncomingClaim } from '../novelty/types.ts'
import type { ArticleHead, EarlierClaim, JudgedClaim, Ledger, LedgerEntry, Ruling } from './ledger.ts'
import { Standing } from './standing.ts'
import { filingKeys, lookup } from './story-keys.ts'

/** What is to be judged: one article's claims under one topic. */
export interface Submission {
  article: StoredArticle
  topic: string
  /** Uploaded to fill the past: stored and never alerted. */
  backfill: boolean
  /** The text of the same article before this one; null where this is the first. */
  earlier: { revision: string; at: string } | null
}

/** Judges a submission against the ledger and keeps the ruling. Asked again, it gives the ruling that stands. */
export async function rule(ledger: Ledger, submission: Submission): Promise<Ruling> {
  const head = headOf(submission.article)
  const standing = await ledger.ruling(submission.topic, head)
  const ruling = standing ?? (await decide(ledger, submission, head))
  if (ruling.status !== 'sent') await ledger.keep(ruling, filingKeys(ruling.claims.map(claim => claim.proposition)))
  return ruling
}

export const alertId = (article: ArticleHead, topic: string): string =>
  `al_${createHash('sha256')
    .update(JSON.stringify([article.id, article.revision, topic]))
    .digest('hex')
    .slice(0, 24)}`

export const headOf = ({ extraction, revision, at, fingerprint }: StoredArticle): ArticleHead => {
  const { id, title, source, url, publishedAt } = extraction.article
  return { id, revision, title, source, url, publishedAt, at, fingerprint }
}

async function decide(ledger: Ledger, submission: Submission, head: ArticleHead): Promise<Ruling> {
  const { topic, article, earlier, backfill } = submission
  const found = claimsUnder(article, topic)
  const { keys, pages } = lookup(found.map(({ id }) => article.propositions[id]!))
  const standing = new Standing(await ledger.related(topic, keys, pages))
  const ruling: Ruling = {
    id: alertId(head, topic),
    topic,
    article: head,
    correction: earlier !== null,
    claims: [],
    withdrawn: [],
    status: 'silent',
  }
  for (const claim of found) {
    const judged = judgeClaim(submission, claim, head, standing)
    ruling.claims.push(judged)
    // It stands for those that follow it: an article may say a thing twice.
    standing.add(head, judged)
  }
  if (earlier) ruling.withdrawn = withdrawnFrom(await ledger.ruling(topic, { ...head, ...earlier }), ruling.claims)
  const isNews = ruling.claims.some(claim => claim.alerted) || (ruling.withdrawn.length > 0 && !backfill)
  if (isNews) ruling.status = 'pending'
  return ruling
}

function judgeClaim(submission: Submission, claim: Claim, head: ArticleHead, standing: Standing): JudgedClaim {
  const incoming = incomingClaim(submission.article, claim)
  const { verdict, because, ref: refId, contradicts } = judge(incoming, standing.entries)
  const ref = standing.entries.find(({ id }) => id === refId)
  const root = ref && verdict !== 'contradiction' ? ref.root : claim.id
  return {
    id: claim.id,
    root,
    speaker: incoming.speaker,
    text: incoming.text,
    content: claim.content.text,
    polarity: claim.polarity,
    modality: claim.modality,
    entities: claim.entities,
    verdict,
    because,
    ref: ref ? shown(ref) : null,
    contradicts,
    outlets: standing.outletsOf(root, head),
    alerted: verdict !== 'repeat' && !submission.backfill && isAlertable(claim),
    proposition: incoming.proposition,
  }
}

const shown = ({ id, text, speaker, outlet, at, url }: LedgerEntry): EarlierClaim => ({
  id,
  text,
  speaker,
  outlet,
  at,
  url,
})

/** Claims of the earlier text that no claim of the later one repeats or brings up to date. */
function withdrawnFrom(before: Ruling | null, claims: readonly JudgedClaim[]): EarlierClaim[] {
  if (!before) return []
  const kept = new Set(claims.flatMap(({ id, root, ref }) => [id, root, ref?.id]))
  return before.claims.flatMap(({ id, root, text, speaker }) => {
    if (kept.has(id) || kept.has(root)) return []
    const { source: outlet, at, url } = before.article
    return [{ id, text, speaker, outlet, at, url }]
  })
}

const claimsUnder = (article: StoredArticle, topic: string): Claim[] =>
  article.extraction.claims.filter(claim => claim.topics.includes(topic) && article.propositions[claim.id])

/** History, questions and what-ifs are kept and never alert; nor does what only the outlet thinks possible. */
const isAlertable = (claim: Claim): boolean =>
  !claim.background &&
  claim.modality !== 'hypothetical' &&
  claim.modality !== 'question' &&
  !(claim.modality === 'possible' && claim.source === null)

function incomingClaim({ extraction, propositions, at }: StoredArticle, claim: Claim): IncomingClaim {
  const { article } = extraction
  return {
    id: claim.id,
    text: article.text.slice(claim.sentence.start, claim.sentence.end).slice(0, 600),
    speaker: claim.source?.name ?? null,
    outlet: article.source,
    proposition: propositions[claim.id]!,
    publishedAt: at,
  }
}
