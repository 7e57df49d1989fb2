import { createHash } from 'node:crypto'
import type { StoredArticle } from '../article/stored-article.ts'
import type { Claim } from '../extract/types.ts'
import { candidateKeys } from '../novelty/candidate-keys.ts'
import { judge } from '../novelty/judge.ts'
import type { IncomingClaim } from '../novelty/types.ts'
import { independentOutlets } from './corroboration.ts'
import type { ArticleHead, JudgedClaim, Ledger, LedgerEntry, Ruling, Sighting } from './ledger.ts'
import { asSeries } from './series.ts'

/** What is to be judged: one article's claims under one topic. */
export interface Submission {
  article: StoredArticle
  topic: string
  /** Uploaded to fill the past: stored and never alerted. */
  backfill: boolean
  /** Whether an earlier text of the same article was judged before. */
  correction: boolean
}

/** What a ruling adds to the ledger. */
export interface Entries {
  entry: LedgerEntry
  keys: string[]
}

/** Judges a submission against the ledger and keeps the ruling. Asked again, it gives the ruling that stands. */
export async function rule(ledger: Ledger, submission: Submission): Promise<Ruling> {
  const head = headOf(submission.article)
  const standing = await ledger.ruling(submission.topic, head)
  const ruling = standing ?? (await decide(ledger, submission, head))
  if (!standing) await ledger.open(ruling)
  await record(ledger, submission, ruling)
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
  const { topic, article, backfill, correction } = submission
  const claims: JudgedClaim[] = []
  const sameArticle: LedgerEntry[] = []
  for (const claim of claimsUnder(article, topic)) {
    const incoming = incomingClaim(article, claim)
    const stored = await ledger.candidates(topic, candidateKeys(incoming.proposition))
    const candidates = asSeries([...stored, ...sameArticle])
    const judgement = judge(incoming, candidates)
    const ref = candidates.find(candidate => candidate.id === judgement.ref) ?? null
    const root = ref && judgement.verdict !== 'contradiction' ? ref.root : claim.id
    const entry: LedgerEntry = { ...incoming, root, articleId: head.id, url: head.url, at: head.at }
    if (judgement.verdict !== 'repeat') sameArticle.push(entry)
    const seen = root === claim.id ? [] : await ledger.sightings(topic, root)
    claims.push({
      id: claim.id,
      root,
      speaker: incoming.speaker,
      text: incoming.text,
      content: claim.content.text,
      polarity: claim.polarity,
      modality: claim.modality,
      entities: claim.entities,
      verdict: judgement.verdict,
      because: judgement.because,
      ref: ref && { id: ref.id, text: ref.text, speaker: ref.speaker, outlet: ref.outlet, at: ref.at, url: ref.url },
      contradicts: judgement.contradicts,
      outlets: independentOutlets([...seen, { outlet: head.source, fingerprint: head.fingerprint }]),
      alerted: judgement.verdict !== 'repeat' && !backfill && isAlertable(claim),
    })
  }
  const status = claims.some(claim => claim.alerted) ? 'pending' : 'silent'
  return { id: alertId(head, topic), topic, article: head, correction, claims, status }
}

async function record(ledger: Ledger, { article, topic }: Submission, ruling: Ruling): Promise<void> {
  const byId = new Map(article.extraction.claims.map(claim => [claim.id, claim]))
  for (const judged of ruling.claims) {
    const claim = byId.get(judged.id)
    if (!claim) continue
    const incoming = incomingClaim(article, claim)
    await ledger.addSighting(topic, sighting(ruling.article, judged))
    if (judged.verdict === 'repeat') continue
    const { id: articleId, url, at } = ruling.article
    await ledger.addEntry(
      topic,
      { ...incoming, root: judged.root, articleId, url, at },
      candidateKeys(incoming.proposition),
    )
  }
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

const sighting = (article: ArticleHead, { id, root, verdict, speaker, text }: JudgedClaim): Sighting => ({
  root,
  claimId: id,
  articleId: article.id,
  verdict,
  outlet: article.source,
  speaker,
  text: text.slice(0, 300),
  url: article.url,
  at: article.at,
  fingerprint: article.fingerprint,
})
