import * as z from 'zod'
import type { Claim } from '../../core/extract/types.ts'
import type { JudgedClaim, Ruling } from '../../core/ledger/ledger.ts'
import type { ArticleSummary } from '../../core/store/article-store.ts'
import { holds, listFields, outlet, words } from '../query.ts'
import { route } from '../route.ts'
import { rulings, TopicName } from '../rulings.ts'
import { SLOW, walk } from '../walk.ts'

const VERDICTS = ['new', 'repeat', 'update', 'contradiction'] as const

export const listClaims = route({
  operation: 'listClaims',
  method: 'get',
  path: '/v1/claims',
  summary: 'Claims, latest article first',
  description:
    'Claims under a topic are judged: with topic or verdict the answer has verdict and reason. Without, all claims of all articles are given.',
  query: {
    ...listFields,
    topic: TopicName.optional(),
    verdict: z.enum(VERDICTS).optional(),
    source: outlet,
    speaker: words('Words of the name of who says it.'),
    entity: z.string().max(200).optional().describe('Id of an entity that the claim names.'),
    q: words('Words of the claim.'),
  },
  answer: async ({ query }, deps) => {
    const wanted = (speaker: string | null, text: string, entities: string[]): boolean =>
      holds(speaker, query.speaker) && holds(text, query.q) && (!query.entity || entities.includes(query.entity))
    // Only claims under a topic are judged; without one, all claims of all articles are walked.
    if (query.topic || query.verdict) {
      return walk(await rulings(deps, query.topic), query, ruling =>
        ruling.claims
          .filter(claim => !query.verdict || claim.verdict === query.verdict)
          .filter(claim => wanted(claim.speaker, `${claim.text} ${claim.content}`, claim.entities))
          .filter(() => holds(ruling.article.source, query.source))
          .map(claim => judgedClaim(ruling, claim)),
      )
    }
    const claimsOf = async (summary: ArticleSummary) => {
      if (!holds(summary.source, query.source)) return []
      const article = await deps.articles.get(summary.id, summary.revision)
      const claims = article?.extraction.claims ?? []
      return claims
        .filter(claim => wanted(claim.source?.name ?? null, claim.content.text, claim.entities))
        .map(claim => foundClaim(summary, claim))
    }
    return walk(page => deps.articles.list(page), query, claimsOf, SLOW)
  },
})

const judgedClaim = ({ topic, article }: Ruling, { speaker, alerted, proposition, ...claim }: JudgedClaim) => {
  const { id, title, source, url, publishedAt } = article
  return { ...claim, source: speaker, topics: [topic], article: { id, title, source, url, publishedAt } }
}

const foundClaim = ({ id, title, source, url, publishedAt }: ArticleSummary, claim: Claim) => {
  const { source: speaker, cue, content, ...rest } = claim
  return {
    ...rest,
    source: speaker?.name ?? null,
    content: content.text,
    article: { id, title, source, url, publishedAt },
  }
}
