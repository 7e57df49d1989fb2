import type { StoredArticle } from '../article/stored-article.ts'
import type { Claim } from '../extract/types.ts'
import { judge } from '../novelty/judge.ts'
import type { IncomingClaim } from '../novelty/types.ts'
import type { ArticleHead, EarlierClaim, JudgedClaim, LedgerEntry } from './ledger.ts'
import type { Standing } from './standing.ts'

export const claimsUnder = (article: StoredArticle, topic: string): Claim[] =>
  article.extraction.claims.filter(claim => claim.topics.includes(topic) && article.propositions[claim.id])

/** Judges an article's claims in its order. Each stands for those that follow it: an article may say a thing twice. */
export function judgeClaims(
  article: StoredArticle,
  claims: readonly Claim[],
  head: ArticleHead,
  standing: Standing,
): JudgedClaim[] {
  return claims.map(claim => {
    const judged = judgeClaim(claim, incomingClaim(article, claim), head, standing)
    standing.add(head, judged)
    return judged
  })
}

function judgeClaim(claim: Claim, incoming: IncomingClaim, head: ArticleHead, standing: Standing): JudgedClaim {
  const { verdict, because, ref: refId, contradicts, untold } = judge(incoming, standing.entries)
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
    alerted: verdict !== 'repeat' && isAlertable(claim),
    ...(untold && { untold }),
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

/** History, questions and what-ifs are kept and never alert; nor does what only the outlet thinks possible. */
export const isAlertable = (claim: Claim): boolean =>
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
